//! Reads as much of a PDF of ours as the tests ask for: its objects, the text of its pages, its
//! tags.

use std::collections::BTreeMap;
use std::io::Read;

/// A PDF taken to pieces.
pub(crate) struct Pdf {
    objects: BTreeMap<u32, Object>,
}

struct Object {
    /// Everything before the stream.
    head: Vec<u8>,
    stream: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Text(Vec<u8>),
    Word(String),
}

/// A marked part of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Tagged,
    /// It carries its words whole; what is in it is not read.
    Told,
    Artifact,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let start = rfind(bytes, b"startxref").expect("a table of objects");
        let table: usize = number(&bytes[start + 9..]).unwrap();
        let entries = String::from_utf8_lossy(&bytes[table..]).into_owned();
        let mut objects = BTreeMap::new();
        for line in entries.lines().filter(|l| l.contains(" n")) {
            let at: usize = line.split(' ').next().unwrap().parse().unwrap();
            let id: u32 = number(&bytes[at..]).unwrap();
            objects.insert(id, Object::read(&bytes[at..]));
        }
        Self { objects }
    }

    fn heads(&self) -> impl Iterator<Item = String> {
        let objects = self.objects.values();
        objects.map(|object| String::from_utf8_lossy(&object.head).into_owned())
    }

    /// How many objects say that.
    pub(crate) fn count(&self, words: &str) -> usize {
        self.heads().filter(|head| head.contains(words)).count()
    }

    /// The pages from first to last.
    fn pages(&self) -> Vec<&Object> {
        let kids = self.heads().find(|head| head.contains("/Type/Pages"));
        let kids = kids.or_else(|| self.heads().find(|head| head.contains("/Type /Pages")));
        let kids = kids.unwrap();
        let list = kids.split("/Kids").nth(1).unwrap();
        let list = list.split(['[', ']']).nth(1).unwrap();
        let ids = list.split('R').filter_map(|id| number(id.as_bytes()));
        ids.map(|id| &self.objects[&id]).collect()
    }

    /// The text of every page in the order of its tags' content, without decoration.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.pages().iter().map(|page| self.text(page)).collect()
    }

    fn text(&self, page: &Object) -> String {
        let head = String::from_utf8_lossy(&page.head).into_owned();
        let contents = &self.objects[&after(&head, "/Contents").unwrap()];
        let fonts = self.fonts(&head);
        let (mut out, mut operands) = (String::new(), Vec::new());
        let mut marks: Vec<Mark> = Vec::new();
        let mut font = None;
        for token in tokens(&contents.stream) {
            let Token::Word(word) = &token else {
                operands.push(token);
                continue;
            };
            match word.as_str() {
                "BMC" | "BDC" => {
                    let name = |token: &Token, name: &str| *token == Token::Name(name.into());
                    let whole = operands.iter().position(|t| name(t, "ActualText"));
                    let artifact = operands.iter().any(|t| name(t, "Artifact"));
                    if let Some(at) = whole
                        && !marks.contains(&Mark::Artifact)
                        && let Token::Text(text) = &operands[at + 1]
                    {
                        assert!(!marks.contains(&Mark::Told), "told twice: {operands:?}");
                        out.push_str(&characters(text));
                    }
                    marks.push(match whole {
                        _ if artifact => Mark::Artifact,
                        Some(_) => Mark::Told,
                        None => Mark::Tagged,
                    });
                }
                "EMC" => {
                    marks.pop().expect("a mark is open");
                }
                "Tf" => {
                    let name = operands.iter().rev().find_map(|token| match token {
                        Token::Name(name) => Some(name.clone()),
                        _ => None,
                    });
                    font = Some(fonts[&name.unwrap()].clone());
                }
                "Tj" | "TJ" if marks.iter().all(|mark| *mark == Mark::Tagged) => {
                    assert!(!marks.is_empty(), "all text is tagged");
                    let font = font.as_ref().unwrap();
                    for token in &operands {
                        if let Token::Text(codes) = token {
                            for code in codes.chunks(2) {
                                let code = u16::from_be_bytes([code[0], code[1]]);
                                out.push_str(&font[&code]);
                            }
                        }
                    }
                }
                word if word.starts_with(|c: char| c.is_ascii_digit() || "-.[]<>".contains(c)) => {
                    continue;
                }
                _ => {}
            }
            operands.clear();
        }
        assert!(marks.is_empty(), "every mark is closed");
        out
    }

    /// What the codes of every font of a page mean.
    fn fonts(&self, page: &str) -> BTreeMap<String, BTreeMap<u16, String>> {
        let resources = match after(page, "/Resources") {
            Some(id) => String::from_utf8_lossy(&self.objects[&id].head).into_owned(),
            None => page.to_owned(),
        };
        let Some(list) = resources.split("/Font").nth(1) else {
            return BTreeMap::new();
        };
        let list = list.split("<<").nth(1).unwrap().split(">>").next().unwrap();
        let entries = list.split('/').skip(1);
        entries
            .map(|entry| {
                let (name, id) = entry.trim().split_once(' ').unwrap();
                let id = number(id.as_bytes()).unwrap();
                let font = String::from_utf8_lossy(&self.objects[&id].head).into_owned();
                let map = &self.objects[&after(&font, "/ToUnicode").unwrap()];
                (name.to_owned(), codes(&map.stream))
            })
            .collect()
    }
}

impl Object {
    fn read(bytes: &[u8]) -> Self {
        let end = find(bytes, b"endobj").unwrap();
        let begin = find(&bytes[..end], b"stream").unwrap_or(end);
        let head = bytes[..begin].to_vec();
        let mut stream = Vec::new();
        let words = String::from_utf8_lossy(&head).into_owned();
        if begin < end {
            let length: usize = after(&words, "/Length").unwrap();
            let skip = begin + 6 + usize::from(bytes[begin + 6] == b'\r') + 1;
            let raw = &bytes[skip..skip + length];
            if words.contains("/FlateDecode") {
                let mut decoder = flate2::read::ZlibDecoder::new(raw);
                decoder.read_to_end(&mut stream).unwrap();
            } else {
                stream = raw.to_vec();
            }
        }
        Self { head, stream }
    }
}

/// The number behind a key.
fn after<T: std::str::FromStr>(head: &str, key: &str) -> Option<T> {
    number(head.split(key).nth(1)?.as_bytes())
}

fn number<T: std::str::FromStr>(bytes: &[u8]) -> Option<T> {
    let bytes = bytes.iter().skip_while(|b| b.is_ascii_whitespace());
    let digits: Vec<u8> = bytes.copied().take_while(u8::is_ascii_digit).collect();
    String::from_utf8(digits).unwrap().parse().ok()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// The meanings of a font's codes.
fn codes(stream: &[u8]) -> BTreeMap<u16, String> {
    let text = String::from_utf8_lossy(stream).into_owned();
    let mut out = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with('<')) {
        let parts: Vec<&str> = line
            .split(['<', '>', ' '])
            .filter(|p| !p.is_empty())
            .collect();
        if let [code, meaning] = parts[..] {
            out.insert(u16::from_str_radix(code, 16).unwrap(), utf16(&hex(meaning)));
        }
    }
    out
}

fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pairs = digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).unwrap()
}

/// A text string of a dictionary.
fn characters(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(rest) => utf16(rest),
        None => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

fn tokens(stream: &[u8]) -> Vec<Token> {
    const ENDS: &[u8] = b" \t\r\n/()<>[]";
    let mut out = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let word = |from: usize| {
            let rest = &stream[from..];
            let end = rest.iter().position(|b| ENDS.contains(b));
            from + end.unwrap_or(rest.len())
        };
        match stream[at] {
            b if b.is_ascii_whitespace() => at += 1,
            b'/' => {
                let end = word(at + 1);
                let name = String::from_utf8_lossy(&stream[at + 1..end]).into_owned();
                out.push(Token::Name(name));
                at = end;
            }
            b'(' => {
                let (text, end) = literal(stream, at + 1);
                out.push(Token::Text(text));
                at = end;
            }
            b'<' if stream.get(at + 1) != Some(&b'<') => {
                let end = at + find(&stream[at..], b">").unwrap();
                out.push(Token::Text(hex(&String::from_utf8_lossy(&stream[at..end]))));
                at = end + 1;
            }
            b'<' | b'>' => at += 2,
            b'[' | b']' => at += 1,
            _ => {
                let end = word(at).max(at + 1);
                out.push(Token::Word(
                    String::from_utf8_lossy(&stream[at..end]).into_owned(),
                ));
                at = end;
            }
        }
    }
    out
}

/// A text in round brackets and where it ends.
fn literal(stream: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let (mut out, mut depth) = (Vec::new(), 1);
    loop {
        let byte = stream[at];
        at += 1;
        match byte {
            b'\\' => {
                let escaped = stream[at];
                at += 1;
                out.push(match escaped {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    b'0'..=b'7' => {
                        let mut value = u32::from(escaped - b'0');
                        for _ in 0..2 {
                            if (b'0'..=b'7').contains(&stream[at]) {
                                value = value * 8 + u32::from(stream[at] - b'0');
                                at += 1;
                            }
                        }
                        u8::try_from(value).unwrap()
                    }
                    other => other,
                });
            }
            b'(' => {
                depth += 1;
                out.push(byte);
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return (out, at);
                }
                out.push(byte);
            }
            _ => out.push(byte),
        }
    }
}
