//! `minwon due --batch`: a JSON line in, a JSON line out, in order; a bad line is answered and never stops the batch.

use crate::{
    cli::Failure,
    domain::batch::{LONGEST_LINE, answer},
};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write, stdin, stdout};

/// Answers every line of standard input.
pub(super) fn answer_all() -> Result<(), Failure> {
    let source = BufReader::with_capacity(1 << 16, stdin().lock());
    let target = BufWriter::with_capacity(1 << 16, stdout().lock());
    answer_lines(source, target).map_err(Failure::Output)
}

fn answer_lines<R: Read>(mut source: BufReader<R>, mut target: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while read_line(&mut source, &mut line)? {
        let text = String::from_utf8_lossy(&line);
        let reply = match text {
            // Checked first: the cut may have split the last character.
            _ if line.len() > LONGEST_LINE => answer(&text),
            std::borrow::Cow::Owned(_) => r#"{"id":null,"error":"not UTF-8"}"#.to_owned(),
            std::borrow::Cow::Borrowed(text) => answer(text),
        };
        target.write_all(reply.as_bytes())?;
        target.write_all(b"\n")?;
        // An interactive caller waits for the answer before it sends the next question.
        if source.buffer().is_empty() {
            target.flush()?;
        }
    }
    target.flush()
}

/// Reads one line without its end, at most one byte more than the longest; the rest of a longer one is skipped.
fn read_line(source: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = LONGEST_LINE as u64 + 2;
    if source.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    } else if line.len() > LONGEST_LINE {
        source.skip_until(b'\n')?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<serde_json::Value> {
        let mut output = Vec::new();
        answer_lines(BufReader::with_capacity(16, input), &mut output).unwrap();
        let lines = output.split(|byte| *byte == b'\n');
        lines
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect()
    }

    #[test]
    fn a_bad_line_is_answered_and_the_next_one_counted() {
        let good = br#"{"id":7,"from":"2026-11-02T14:00:00","count":"working_hours","limit":{"amount":3,"unit":"hours"}}"#;
        let mut input = b"not json\n\n\xff\xfe\n".to_vec();
        input.extend(vec![b'['; LONGEST_LINE + 100]);
        input.push(b'\n');
        input.extend_from_slice(good);
        input.extend_from_slice(b"\r\n");
        input.extend_from_slice(good);
        let answers = answers(&input);
        assert_eq!(answers.len(), 6);
        for bad in &answers[..4] {
            assert!(bad["error"].is_string(), "{bad}");
        }
        assert!(answers[3]["error"].as_str().unwrap().contains("longer"));
        for good in &answers[4..] {
            assert_eq!(good["due_at"], "2026-11-02T17:00:00+09:00");
        }
    }
}
