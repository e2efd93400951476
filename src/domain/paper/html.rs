//! A paper as one HTML page: A4, print styles, nothing loaded from elsewhere.

use super::{Block, Paper, Rows};
use crate::{
    domain::letter::escaped,
    words::{Lang, Say},
};

const STYLE: &str = "body{font:11pt/1.6 'Noto Serif CJK KR','Noto Serif KR',Batang,serif;color:#000;background:#fff;\
margin:0 auto;padding:8mm;word-break:keep-all;overflow-wrap:anywhere}\
h1{font-size:18pt;text-align:center;margin:6mm 0}p{margin:2mm 0}p.after{font-size:9pt}p.sign{text-align:right;margin:1mm 0}\
table{border-collapse:collapse;width:100%;margin:3mm 0}th,td{border:1px solid #000;padding:1.5mm 2mm;text-align:left;\
vertical-align:top}table.fields th{width:26%;background:#eee;font-weight:normal}table.fields td{height:7mm}\
thead{display:table-header-group}tr{break-inside:avoid}table.rows{font-size:9pt}\
@media print{body{max-width:none;padding:0}}";

pub(super) fn paper(paper: &Paper) -> String {
    let title = paper.kind.say(Lang::Ko);
    let page = "@page{size:A4;margin:20mm 20mm 10mm}body{max-width:170mm}";
    let mut out = opened(&format!("{title} {}", paper.reference), page);
    out.push_str(&headed(&paper.kind.after(), &title));
    for block in &paper.blocks {
        match block {
            Block::Fields(fields) => {
                out.push_str("<table class=\"fields\">\n");
                for (label, value) in fields {
                    let (label, value) = (escaped(label), lines(value));
                    out.extend(["<tr><th>", &*label, "</th><td>", &*value, "</td></tr>\n"]);
                }
                out.push_str("</table>\n");
            }
            Block::Sentence(said) => out.extend(["<p>", &*lines(said), "</p>\n"]),
            Block::Signature(said) => {
                out.extend(["<p class=\"sign\">", &*lines(said), "</p>\n"]);
            }
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

pub(super) fn head(rows: &Rows) -> String {
    let title = rows.title();
    let page = "@page{size:A4 landscape;margin:15mm 10mm}body{max-width:277mm}";
    let mut out = opened(&format!("{title} {}", rows.span), page);
    out.push_str(&headed(&rows.kind.after(), &title));
    out.extend(["<p>", &*escaped(&rows.span), "</p>\n"]);
    out.push_str("<table class=\"rows\">\n<colgroup>");
    let all: usize = rows.columns.iter().map(|(_, cells)| cells).sum();
    for (_, cells) in rows.columns {
        let percent = (cells * 100 / all.max(1)).to_string();
        out.extend(["<col style=\"width:", &*percent, "%\">"]);
    }
    out.push_str("</colgroup>\n<thead><tr>");
    for (name, _) in rows.columns {
        out.extend(["<th>", &*escaped(name), "</th>"]);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    out
}

pub(super) fn row(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| format!("<td>{}</td>", lines(cell)));
    format!("<tr>{}</tr>\n", cells.collect::<String>())
}

pub(super) fn end(rows: &Rows) -> String {
    let columns = rows.columns.len();
    format!(
        "<tr><td colspan=\"{columns}\">이하 빈칸</td></tr>\n</tbody>\n</table>\n</body>\n</html>\n"
    )
}

fn opened(title: &str, page: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{}</title>\n<style>{page}{STYLE}</style>\n</head>\n<body>\n",
        escaped(title)
    )
}

fn headed(after: &str, title: &str) -> String {
    let (after, title) = (escaped(after), escaped(title));
    let after = if after.is_empty() {
        String::new()
    } else {
        format!("<p class=\"after\">{after}</p>\n")
    };
    format!("{after}<h1>{title}</h1>\n")
}

/// A text with its line breaks; control characters become blanks.
fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line: String = line
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        escaped(&line)
    });
    lines.collect::<Vec<_>>().join("<br>")
}
