//! minwon: a complaint desk in a terminal.
//!
//! A public body's service charter makes promises; every promise at work on a complaint is a deadline, and all
//! deadlines of the desk stand in one queue, the nearest first.
//!
//! # Map
//!
//! | room | what it owns |
//! |---|---|
//! | [`domain`] | the rules: counting time, charters, cases, deadlines. Pure: no file, no clock, no terminal |
//! | [`store`] | the SQLite file: facts, personal data, derived tables, search. The only place with SQL |
//! | [`desk`] | the operations. Both front ends call it and nothing below it |
//! | [`form`] | what a form is without a terminal: fields, picks, defaults, faults, drafts; which action has which fields; widths of text |
//! | [`cli`] | one file per subcommand; the only place that prints |
//! | [`config`] | which file, which language, which looks and keys: defaults, `config.toml`, environment, flags |
//! | [`tui`] | the terminal program: model, update, view; the only place that knows ratatui |
//! | [`words`] | what a person reads, in Korean and English; what a kind of the domain is called stands beside it |
//!
//! # Rules
//!
//! `tests/it/architecture.rs` watches over the first three and the fifth; a lint and `.ci/exhaustive` over the first.
//!
//! 1. `domain` imports no rusqlite, ratatui, crossterm, clap, `std::fs`, `std::env`; time comes in as `now`. No wildcard over an enum
//!    of our own, no circle between its files.
//! 2. SQL only in `store`; ratatui only in `tui`; printing only in `cli`.
//! 3. `domain <- store <- desk <- form <- cli, tui`: `cli` and `tui` know neither each other nor `store`. Every operation exists
//!    once.
//! 4. One command is one transaction.
//! 5. `tui`'s `update` does no I/O, its `view` takes `&Model`; effects are plain data.
//! 6. Facts are append-only; derived tables can be rebuilt from them. A change of the rules that gives facts which stand
//!    other deadlines raises [`domain::deadline::EDITION`], so that files that are in use follow it.
//! 7. State that excludes other state is one enum, never several bools.

pub mod cli;
pub mod config;
pub mod desk;
pub mod domain;
pub mod form;
pub mod store;
pub mod tui;
pub mod words;
