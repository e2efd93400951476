//! Mouse reports: SGR (1006), rxvt (1015) and the oldest form.
//!
//! Places come in from 1 and are handed on from 0.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// A report `ESC [ < button ; column ; row M`, or `m` for a button let go.
pub(super) fn sgr(parameters: &[u32], released: bool) -> Option<MouseEvent> {
    let &[button, column, row] = parameters else {
        return None;
    };
    let mut event = report(button, column, row)?;
    if let (true, MouseEventKind::Down(button)) = (released, event.kind) {
        event.kind = MouseEventKind::Up(button);
    }
    Some(event)
}

/// A report `ESC [ button ; column ; row M`.
pub(super) fn rxvt(parameters: &[u32]) -> Option<MouseEvent> {
    let &[button, column, row] = parameters else {
        return None;
    };
    report(button.checked_sub(32)?, column, row)
}

/// The three bytes after `ESC [ M`.
pub(super) fn old(bytes: &[u8]) -> Option<MouseEvent> {
    let &[button, column, row] = bytes else {
        return None;
    };
    let value = |byte: u8| byte.checked_sub(32).map(u32::from);
    report(value(button)?, value(column)?, value(row)?)
}

fn report(button: u32, column: u32, row: u32) -> Option<MouseEvent> {
    let moved = button & 32 != 0;
    let number = (button & 3) | ((button & 0b1100_0000) >> 4);
    let pressed = match number {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let kind = match (number, moved, pressed) {
        (_, false, Some(pressed)) => MouseEventKind::Down(pressed),
        (_, true, Some(pressed)) => MouseEventKind::Drag(pressed),
        // The old forms do not say which button was let go.
        (3, false, _) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true, _) => MouseEventKind::Moved,
        (4, ..) => MouseEventKind::ScrollUp,
        (5, ..) => MouseEventKind::ScrollDown,
        (6, ..) => MouseEventKind::ScrollLeft,
        (7, ..) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, button & 4 != 0);
    modifiers.set(KeyModifiers::ALT, button & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, button & 16 != 0);
    Some(MouseEvent {
        kind,
        column: u16::try_from(column.checked_sub(1)?).ok()?,
        row: u16::try_from(row.checked_sub(1)?).ok()?,
        modifiers,
    })
}
