//! The integration tests, in one binary.

// The attribute tells clippy that these are tests as a whole, not only their `#[test]` functions.
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod program;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod pty;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod store;
#[cfg(test)]
mod terminal;
