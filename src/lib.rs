//! minwon: a complaint desk in a terminal.
//!
//! Every promise of a public body's service charter that applies to a complaint is a deadline; one queue lists the
//! deadlines of the desk, the nearest first.
//!
//! # Map
//!
//! | room | what it owns |
//! |---|---|
//! | [`domain`] | the rules: counting time, charters, cases, deadlines. Pure: no file, no clock, no terminal |
//! | [`store`] | the SQLite file: facts, personal data, derived tables, search. The only place with SQL |
//! | [`desk`] | the operations. Both front ends call it and nothing below it |
//! | [`mail`] | the office's mail server: letters as mails, the conversation, one pass over the outbox. The only place that knows SMTP |
//! | [`form`] | what a form is without a terminal: fields, picks, defaults, faults, drafts; which action has which fields; widths of text |
//! | [`printer`] | the office's own printing program, run with a time limit |
//! | [`cli`] | one file per subcommand; the only place that prints |
//! | [`config`] | which file, which language, which looks and keys: defaults, `config.toml`, environment, flags |
//! | [`tui`] | the terminal program: model, update, view; the only place that knows ratatui |
//! | [`words`] | what a person reads, in Korean and English; names of a domain type are beside the type |
//!
//! # Rules
//!
//! `tests/it/architecture.rs` checks the first three and the fifth; a lint and `.ci/exhaustive` the first.
//!
//! 1. `domain` imports no rusqlite, ratatui, crossterm, clap, `std::fs`, `std::env`; time comes in as `now`. No wildcard over an enum
//!    of our own, no circle between its files.
//! 2. SQL only in `store`; ratatui only in `tui`; printing only in `cli`.
//! 3. `domain <- store <- desk <- form, mail <- cli, tui`: `cli` and `tui` know neither each other nor `store`. Every operation exists
//!    once.
//! 4. One command is one transaction.
//! 5. `tui`'s `update` does no I/O, its `view` takes `&Model`; effects are plain data.
//! 6. Facts are append-only; derived tables can be rebuilt from them. A change of the rules that gives recorded
//!    facts other deadlines raises [`domain::deadline::EDITION`], so that files in use are recounted.
//! 7. State that excludes other state is one enum, never several bools.

pub mod cli;
pub mod config;
pub mod desk;
pub mod domain;
pub mod form;
pub mod mail;
pub mod printer;
pub mod store;
pub mod tui;
pub mod words;
