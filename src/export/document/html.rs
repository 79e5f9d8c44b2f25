//! A document as one self-contained web page that prints well.

use quick_xml::escape::escape;

use super::numbered;
use crate::report::document::{Block, Cell, Document, Table};
use crate::say::Label;

/// Colours have at least 4.5:1 on white; nothing is loaded from outside.
const STYLE: &str = "\
body{color:#1A1E23;background:#FFFFFF;font:1rem/1.5 \"Source Sans 3\",\"Segoe UI\",Arial,sans-serif;\
max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
.number{display:inline-block;min-width:2.5rem;padding-right:.5rem}
p.numbered{display:flex;max-width:50rem;margin:.5rem 0}
p.numbered .number{flex:none}
p,li{max-width:50rem}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;min-width:24rem;font-size:.875rem;line-height:1.35}
caption{text-align:left;font-weight:600;padding:.25rem 0}
h2.same+.wide caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.375rem .5rem;border-bottom:1px solid #767E88}
thead th{border-bottom:2px solid #4D545D}
tbody th{font-weight:600}
.wide ul{list-style:none;margin:0;padding:0}
.wide li+li{margin-top:.25rem}
.figure{text-align:right;font-variant-numeric:tabular-nums}
.unknown,.note{color:#4D545D}
.find{background:#EEF1F4;border-left:4px solid #12436D;padding:.75rem 1rem;margin:1rem 0;max-width:50rem}
.find label{font-weight:600;display:block}
.find input{font:inherit;width:100%;max-width:30rem;padding:.375rem .5rem;border:2px solid #4D545D;border-radius:0;background:#FFFFFF;color:inherit}
.find p{margin:.25rem 0}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:.5rem;background:#FFFFFF}
a{color:#12436D}
:focus-visible{outline:3px solid #12436D;outline-offset:2px}
figure{margin:1rem 0}
.picture svg{display:block;width:100%;height:auto;min-width:44rem;box-sizing:border-box;border:1px solid #767E88}
.unknown{font-style:italic}
.panes{border:0;margin:0;padding:0;min-width:0}
.panes legend{float:left;font-weight:600;padding:0 1rem 0 0}
.panes label{margin-right:1rem}
.pane{min-width:44rem;margin:0 auto}
.picture .pane svg{min-width:0;max-width:none}
@media screen{
.panes>:not(.both):checked~.picture>.pane{overflow:hidden;border:1px solid #767E88}
.panes>:not(.both):checked~.picture svg{border:0}
.panes>.first:checked~.picture>.pane{aspect-ratio:var(--form1);max-width:calc(90vh*var(--form1))}
.panes>.first:checked~.picture svg{width:var(--whole1);margin:var(--top1) 0 0 var(--left1)}
.panes>.second:checked~.picture>.pane{aspect-ratio:var(--form2);max-width:calc(90vh*var(--form2))}
.panes>.second:checked~.picture svg{width:var(--whole2);margin:var(--top2) 0 0 var(--left2)}
}
@page{size:A4 landscape;margin:15mm}
@media print{
body{font-size:10pt;max-width:none;padding:0}
h1{font-size:16pt}
table{font-size:9pt}
h2,h3,caption{break-after:avoid}
thead{display:table-header-group}
tr,p,li{break-inside:avoid}
.wide{overflow:visible}
.find,.skip,.screen,.panes>legend,.panes>input,.panes>label{display:none}
.pane{min-width:0}
.picture svg,.picture .pane svg{min-width:0;max-width:100%;max-height:145mm;border:0}
figure{break-after:page}
}
";

/// Finds rows while a person types; without it the whole table is there to be read.
const FINDING: &str = "\
<script>
document.querySelectorAll('.find').forEach(function (box) {
  var rows = box.nextElementSibling.querySelectorAll('tbody tr');
  var told = box.querySelector('[role=status]');
  var plain = function (text) {
    return text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
  };
  box.hidden = false;
  box.querySelector('input').addEventListener('input', function (event) {
    var words = plain(event.target.value).split(/\\s+/).filter(Boolean), found = 0;
    rows.forEach(function (row) {
      var text = plain(row.textContent);
      row.hidden = !words.every(function (word) { return text.includes(word); });
      if (!row.hidden) { found += 1; }
    });
    var say = box.dataset, form = found === 1 ? say.one : found ? say.many : say.none;
    told.textContent = words.length ? form.replace('{0}', found).replace('{1}', rows.length) : '';
  });
});
</script>
";

/// The whole page.
#[must_use]
pub fn html(document: &Document) -> String {
    let mut out = opening(document.language, &document.title, "");
    for block in &document.blocks {
        print(&mut out, block);
    }
    out + &closing(document.tables())
}

/// From the first line to the beginning of what matters; `before` stands before that.
pub(in crate::export) fn opening(language: &str, title: &str, before: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{before}<main>\n",
        text(language),
        text(title),
    )
}

/// The end of a page with these tables.
pub(in crate::export) fn closing<'a>(tables: impl IntoIterator<Item = &'a Table>) -> String {
    let asks = tables.into_iter().any(|table| table.question.is_some());
    let script = if asks { FINDING } else { "" };
    format!("</main>\n{script}</body>\n</html>\n")
}

/// A block of a document.
pub(in crate::export) fn print(out: &mut String, block: &Block) {
    match block {
        Block::Heading {
            level,
            number,
            text: words,
        } => {
            let level = (*level).clamp(1, 6);
            let words = text(&numbered(number.as_deref(), words));
            out.push_str(&format!("<h{level}>{words}</h{level}>\n"));
        }
        Block::Paragraph {
            number: Some(number),
            text: words,
        } => out.push_str(&format!(
            "<p class=\"numbered\"><span class=\"number\">{}</span> <span>{}</span></p>\n",
            text(number),
            text(words)
        )),
        Block::Paragraph {
            number: None,
            text: words,
        } => out.push_str(&format!("<p>{}</p>\n", text(words))),
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                out.push_str(&format!("<li>{}</li>\n", text(item)));
            }
            out.push_str("</ul>\n");
        }
        Block::Table(found) => table(out, found),
    }
}

pub(in crate::export) fn table(out: &mut String, table: &Table) {
    if let Some(asked) = table.question {
        let say = |words: Label| text(words.in_language(asked.language));
        // One box a page has the id; a document asks once.
        out.push_str(&format!(
            "<div class=\"find\" role=\"search\" data-one=\"{}\" data-many=\"{}\" data-none=\"{}\" hidden>\n\
             <label for=\"find\">{}</label>\n<p id=\"find-how\">{}</p>\n\
             <input type=\"search\" id=\"find\" aria-describedby=\"find-how\" autocomplete=\"off\">\n\
             <p role=\"status\"></p>\n</div>\n",
            say(Label::FoundOne),
            say(Label::FoundMany),
            say(Label::FoundNone),
            text(asked.words),
            say(Label::FindHow)
        ));
    }
    // Whoever uses the keyboard can scroll a table that is wider than the window.
    let caption = text(&table.caption);
    out.push_str(&format!(
        "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n\
         <table>\n<caption>{caption}</caption>\n<thead>\n<tr>"
    ));
    for column in &table.columns {
        let class = class(&[("figure", column.numeric)]);
        out.push_str(&format!(
            "<th scope=\"col\"{class}>{}</th>",
            text(&column.label)
        ));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let numeric = table.columns.get(at).is_some_and(|column| column.numeric);
            out.push_str(&one_cell(cell, at == 0, numeric));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    if let Some(note) = &table.note {
        out.push_str(&format!("<p class=\"note\">{}</p>\n", text(note)));
    }
}

fn one_cell(cell: &Cell, head: bool, numeric: bool) -> String {
    let class = class(&[("figure", numeric), ("unknown", cell.unknown)]);
    let mut words = text(&cell.text);
    if cell.text.lines().nth(1).is_some() {
        let entries = cell
            .text
            .lines()
            .map(|line| format!("<li>{}</li>", text(line)));
        words = format!("<ul>{}</ul>", entries.collect::<String>());
    }
    // A cell without a word is the head of nothing.
    if head && !words.is_empty() {
        format!("<th scope=\"row\"{class}>{words}</th>")
    } else {
        format!("<td{class}>{words}</td>")
    }
}

fn class(names: &[(&str, bool)]) -> String {
    let names: Vec<&str> = names
        .iter()
        .filter(|(_, on)| *on)
        .map(|(n, _)| *n)
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", names.join(" "))
    }
}

/// A text without what would be markup; control characters become spaces.
pub(in crate::export) fn text(words: &str) -> String {
    escape(super::one_line(words).as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        let mut document = Document::new(crate::model::Language::English, "<script> & \"co\"\u{1}");
        let mut found = Table::new("\"><b>", &["Body", "#Seats"]);
        found
            .rows
            .push(vec![Cell::list(["a", "<b>"]), Cell::unknown("Not stated")]);
        document.blocks.push(Block::Table(found));
        let page = html(&document);
        assert!(!page.contains("<script>") && !page.contains("<b>") && !page.contains('\u{1}'));
        assert!(page.contains("<h1>&lt;script&gt; &amp; &quot;co&quot;</h1>"));
        assert!(page.contains(
            "<tr><th scope=\"row\"><ul><li>a</li><li>&lt;b&gt;</li></ul></th><td class=\"figure unknown\">Not stated</td></tr>"
        ));
    }

    #[test]
    fn a_page_stands_alone() {
        let page = html(&Document::new(crate::model::Language::English, "A"));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
        for outside in ["http:", "https:", "src=", "href=", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
