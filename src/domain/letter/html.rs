//! A letter as one HTML page: A4, to be printed or read in a mail; nothing is loaded from elsewhere.

use super::{Letter, fill::is_item};
use crate::words::{Lang, Say};

const STYLE: &str = "@page{size:A4;margin:20mm 20mm 15mm}\
body{font:12pt/1.7 'Noto Serif CJK KR','Noto Serif KR',Batang,serif;color:#000;background:#fff;\
max-width:170mm;margin:0 auto;padding:8mm;word-break:keep-all;overflow-wrap:anywhere}\
h1{font-size:18pt;text-align:center;margin:0 0 10mm}\
p{margin:0}p.item{padding-left:1.6em;text-indent:-1.6em}p.blank{height:1em}\
p.end{text-align:center;margin-top:2mm}p.sender{font-size:15pt;font-weight:bold}\
@media print{body{max-width:none;padding:0}}";

impl Letter {
    /// The letter as one page of HTML.
    pub fn html(&self) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let end = lines.len().saturating_sub(2);
        let mut body = String::new();
        for (at, line) in lines.iter().enumerate() {
            let class = match line.trim() {
                "" => "blank",
                _ if at == lines.len() - 1 => "end sender",
                _ if at >= end => "end",
                said if is_item(said) => "item",
                _ => "",
            };
            let class = match class {
                "" => String::new(),
                class => format!(" class=\"{class}\""),
            };
            body.extend(["<p", &class, ">", &escaped(line), "</p>\n"]);
        }
        format!(
            "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{}</h1>\n{body}</body>\n</html>\n",
            escaped(&self.subject),
            escaped(&self.kind.say(Lang::Ko)),
        )
    }
}

pub(in crate::domain) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
