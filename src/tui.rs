//! The terminal program. Only this room knows ratatui and crossterm.
//!
//! The ground, which knows nothing of cases and deadlines: [`backend`] sends frames, [`terminal`] takes the terminal and
//! gives it back, [`events`] hands over what was typed, [`hangul`] reads shortcuts typed with the Korean input method,
//! [`text`] says what of a foreign text may be shown, [`field`] edits text, [`theme`] and [`symbols`] say how things look.

pub mod backend;
pub mod events;
pub mod field;
pub mod hangul;
#[cfg(test)]
pub(crate) mod picture;
pub mod symbols;
pub mod terminal;
pub mod text;
pub mod theme;
