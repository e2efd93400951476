//! The terminal program. Only this room knows ratatui and crossterm.
//!
//! The ground, which knows nothing of cases and deadlines: [`backend`] sends frames, [`terminal`] takes the terminal and
//! gives it back, [`events`] hands over what was typed, [`hangul`] reads shortcuts typed with the Korean input method,
//! [`text`] says what of a foreign text may be shown, [`field`] draws text under edit, [`theme`] and [`symbols`] say how things look.
//!
//! The program on it, round and round: what came in becomes a [`Msg`](model::Msg); [`keymap`] says what a key asks for;
//! [`update`] changes the [`model`], where one [`screen`] at a time lies over the [`queue`], and gives [`effect`]s; those are
//! performed by the desk, whose answers are messages again; [`view`] draws when nothing waits. [`program`] is the loop.
//!
//! A screen has a file of its own name (its rows, forms and parts in the folder beside it) and is made of what stands in
//! [`form`] and `page`. The modules for tests alone: `front` is the whole program before a real desk, `fixture` the
//! surroundings of one screen, and `view::gallery` the pictures of all of them; `exercise` feeds the program any bytes.

pub mod act;
pub mod backend;
pub mod charter;
mod clipboard;
pub mod contacts;
pub mod detail;
pub mod duties;
pub mod effect;
pub mod events;
#[cfg(any(test, fuzzing))]
pub mod exercise;
pub mod field;
pub mod first_run;
#[cfg(test)]
pub(crate) mod fixture;
pub mod form;
#[cfg(test)]
mod front;
mod fuzzy;
pub mod handover;
pub mod hangul;
pub mod help;
mod history;
pub mod holidays;
pub mod intake;
pub mod keymap;
pub mod many;
pub mod model;
pub mod notices;
pub mod outlook;
mod page;
pub mod palette;
pub mod pane;
mod papers;
#[cfg(test)]
pub(crate) mod picture;
mod print;
pub mod program;
#[cfg(test)]
mod promises;
pub mod queue;
pub mod restore;
#[cfg(test)]
mod rights;
pub mod screen;
pub mod search;
pub mod setup;
mod stand_in;
pub mod symbols;
pub mod targets;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod views;

use crate::form::text;
