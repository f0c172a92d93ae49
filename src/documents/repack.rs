//! A ZIP archive with some of its parts replaced. Every other part is taken over byte for byte, with
//! its order, its times and whatever else stands about it: no library that packs keeps all of that.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::ops::Range;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Sizes stand behind the bytes of a part, too.
const BEHIND: u16 = 1 << 3;

/// A part as the list at the end of an archive has it.
struct ListedPart {
    name: String,
    /// Its line in that list.
    line: Range<usize>,
    /// Where it begins.
    starts: usize,
    packing: u16,
}

/// The archive with these parts in place of those of the same names, and more behind them; else why it is
/// left alone.
pub fn repacked(
    archive: &[u8],
    parts: &BTreeMap<String, Vec<u8>>,
    added: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, String> {
    let (mut listed, list, end) = list(archive)?;
    let names: BTreeSet<String> = listed.iter().map(|part| part.name.clone()).collect();
    if names.len() < listed.len() {
        return Err("it has two parts of one name, and programs differ on which they take".into());
    }
    if let Some(missing) = parts.keys().find(|name| !names.contains(*name)) {
        return Err(format!("it has no part {missing}"));
    }
    // The list may have another order than the parts.
    let in_list: Vec<String> = listed.iter().map(|part| part.name.clone()).collect();
    listed.sort_by_key(|part| part.starts);
    if listed.first().is_some_and(|first| first.starts > 0) {
        return Err("something stands before its first part".into());
    }
    let mut out = Vec::with_capacity(archive.len());
    let mut lines: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    let ends = listed.iter().skip(1).map(|part| part.starts).chain([list.start]);
    for (part, ends) in listed.iter().zip(ends) {
        let own = archive.get(part.starts..ends).ok_or(BROKEN)?;
        let mut line = archive[part.line.clone()].to_vec();
        put(&mut line, 42, out.len())?;
        match parts.get(&part.name) {
            None => out.extend_from_slice(own),
            Some(bytes) => replaced(own, part, bytes, &mut out, &mut line)?,
        }
        lines.insert(&part.name, line);
    }
    let mut more = Vec::new();
    for (name, bytes) in added {
        if names.contains(name) {
            return Err(format!("it has a part {name} already"));
        }
        more.push(appended(name, bytes, &mut out)?);
    }
    let starts = out.len();
    in_list.iter().for_each(|name| out.extend_from_slice(&lines[name.as_str()]));
    more.iter().for_each(|line| out.extend_from_slice(line));
    let mut tail = archive[end..].to_vec();
    let count = u16::try_from(listed.len() + more.len()).ok().filter(|count| *count < 0xffff);
    let count = count.ok_or("it would have more than 65,534 parts")?.to_le_bytes();
    tail[8..10].copy_from_slice(&count);
    tail[10..12].copy_from_slice(&count);
    put(&mut tail, 12, out.len() - starts)?;
    put(&mut tail, 16, starts)?;
    out.extend(tail);
    Ok(out)
}

const BROKEN: &str = "its archive is damaged";

/// A part that was not there, and its line for the list.
fn appended(name: &str, bytes: &[u8], out: &mut Vec<u8>) -> Result<Vec<u8>, String> {
    // 1980-01-01, as offices write it: no time of day is kept.
    const DATE: [u8; 2] = 0x21_u16.to_le_bytes();
    let length = u16::try_from(name.len()).map_err(|_| BROKEN)?.to_le_bytes();
    let mut head = [LOCAL, &[0; 26]].concat();
    head[4] = 20;
    head[8..10].copy_from_slice(&DEFLATED.to_le_bytes());
    head[12..14].copy_from_slice(&DATE);
    head[26..28].copy_from_slice(&length);
    head.extend_from_slice(name.as_bytes());
    let mut line = [CENTRAL, &[0; 42]].concat();
    (line[4], line[6]) = (20, 20);
    line[10..12].copy_from_slice(&DEFLATED.to_le_bytes());
    line[14..16].copy_from_slice(&DATE);
    line[28..30].copy_from_slice(&length);
    put(&mut line, 42, out.len())?;
    line.extend_from_slice(name.as_bytes());
    let part = ListedPart { name: name.into(), line: 0..0, starts: 0, packing: DEFLATED };
    replaced(&head, &part, bytes, out, &mut line)?;
    Ok(line)
}

/// A part with other bytes, and what the list says of them.
fn replaced(
    own: &[u8],
    part: &ListedPart,
    bytes: &[u8],
    out: &mut Vec<u8>,
    line: &mut [u8],
) -> Result<(), String> {
    let head_length = 30 + usize::from(two(own, 26)?) + usize::from(two(own, 28)?);
    let mut head =
        own.get(..head_length).filter(|head| head.starts_with(LOCAL)).ok_or(BROKEN)?.to_vec();
    let packed = match part.packing {
        STORED => bytes.to_vec(),
        _ => {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
            packed.map_err(|error| error.to_string())?
        }
    };
    let mut sum = Crc::new();
    sum.update(bytes);
    let flags = two(&head, 6)? & !BEHIND;
    head[6..8].copy_from_slice(&flags.to_le_bytes());
    line[8..10].copy_from_slice(&flags.to_le_bytes());
    for (header, at) in [(&mut head[..], 14), (&mut line[..], 16)] {
        put(header, at, sum.sum() as usize)?;
        put(header, at + 4, packed.len())?;
        put(header, at + 8, bytes.len())?;
    }
    out.extend(head);
    out.extend(packed);
    Ok(())
}

/// Every part, where the list stands and where its end is told.
fn list(archive: &[u8]) -> Result<(Vec<ListedPart>, Range<usize>, usize), String> {
    // A remark of 64 KiB may follow.
    let from = archive.len().saturating_sub(22 + 0xffff);
    let end = memchr::memmem::rfind(&archive[from..], END).ok_or(BROKEN)? + from;
    let tail = &archive[end..];
    if tail.len() != 22 + usize::from(two(tail, 20)?) {
        return Err(BROKEN.into());
    }
    let count = usize::from(two(tail, 10)?);
    let (length, starts) = (four(tail, 12)?, four(tail, 16)?);
    if count == 0xffff || starts == 0xffff_ffff {
        return Err("it is an archive of more than 4 GiB or 65,534 parts".into());
    }
    let list = starts..starts.checked_add(length).ok_or(BROKEN)?;
    if list.end != end {
        return Err("something stands before its first part, or behind its list of parts".into());
    }
    let mut parts = Vec::new();
    let mut at = list.start;
    for _ in 0..count {
        let line =
            archive.get(at..list.end).filter(|line| line.starts_with(CENTRAL)).ok_or(BROKEN)?;
        let (name, extra, remark) = (two(line, 28)?, two(line, 30)?, two(line, 32)?);
        let length = 46 + usize::from(name) + usize::from(extra) + usize::from(remark);
        let name = line.get(46..46 + usize::from(name)).ok_or(BROKEN)?;
        let (flags, packing) = (two(line, 8)?, two(line, 10)?);
        if flags & 1 != 0 {
            return Err("it is locked by a password".into());
        }
        if !matches!(packing, STORED | DEFLATED) {
            return Err("it is packed in a way that word processors do not read".into());
        }
        if four(line, 20)? == 0xffff_ffff || four(line, 42)? == 0xffff_ffff {
            return Err("it has parts written for archives of more than 4 GiB".into());
        }
        parts.push(ListedPart {
            name: String::from_utf8_lossy(name).into_owned(),
            line: at..at + length,
            starts: four(line, 42)?,
            packing,
        });
        at += length;
    }
    match at == list.end {
        true => Ok((parts, list, end)),
        false => Err(BROKEN.into()),
    }
}

fn two(bytes: &[u8], at: usize) -> Result<u16, String> {
    let two = bytes.get(at..at + 2).ok_or(BROKEN)?;
    Ok(u16::from_le_bytes([two[0], two[1]]))
}

fn four(bytes: &[u8], at: usize) -> Result<usize, String> {
    let four = bytes.get(at..at + 4).ok_or(BROKEN)?;
    Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
}

fn put(bytes: &mut [u8], at: usize, number: usize) -> Result<(), String> {
    let number = u32::try_from(number).map_err(|_| "it would have more than 4 GiB".to_string())?;
    bytes.get_mut(at..at + 4).ok_or(BROKEN)?.copy_from_slice(&number.to_le_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::write::{SimpleFileOptions, ZipWriter};
    use zip::{CompressionMethod, DateTime, ZipArchive};

    use super::*;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.set_comment("a remark").unwrap();
        for (at, (name, bytes)) in parts.iter().enumerate() {
            let packing = [CompressionMethod::Stored, CompressionMethod::Deflated][at % 2];
            let time = DateTime::from_date_and_time(2024, 2, 3, 4, 5, 6).unwrap();
            let options = SimpleFileOptions::default().compression_method(packing);
            archive.start_file(*name, options.last_modified_time(time)).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn only_what_is_replaced_changes() {
        let long = b"letters ".repeat(900);
        let parts: [(&str, &[u8]); 4] =
            [("mimetype", b"a/b"), ("b/c.xml", &long), ("d.svg", b"old"), ("e.png", b"old too")];
        let before = packed(&parts);
        assert_eq!(repacked(&before, &BTreeMap::new(), &[]).unwrap(), before);
        let new: BTreeMap<String, Vec<u8>> =
            [("d.svg", "new and longer"), ("e.png", "n")].map(|(n, b)| (n.into(), b.into())).into();
        let after = repacked(&before, &new, &[]).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(&after[..])).unwrap();
        assert_eq!(archive.comment(), b"a remark");
        for (at, (name, bytes)) in parts.iter().enumerate() {
            let mut part = archive.by_index(at).unwrap();
            let mut found = Vec::new();
            part.read_to_end(&mut found).unwrap();
            let expected = new.get(*name).map_or(*bytes, |new| new);
            assert_eq!((&*part.name().unwrap(), &found[..]), (*name, expected));
            assert_eq!(part.last_modified().unwrap().year(), 2024);
        }
        let kept = before.windows(4).position(|four| four == b"d.sv").unwrap() - 30;
        assert_eq!(before[..kept], after[..kept]);
    }

    #[test]
    fn what_is_added_stands_behind_the_rest() {
        let before = packed(&[("a", b"1"), ("b", b"2")]);
        let more = [("c/d.svg".to_string(), b"letters ".repeat(90))];
        let after = repacked(&before, &BTreeMap::new(), &more).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(&after[..])).unwrap();
        assert_eq!((archive.len(), archive.comment()), (3, &b"a remark"[..]));
        let mut found = Vec::new();
        archive.by_name("c/d.svg").unwrap().read_to_end(&mut found).unwrap();
        assert_eq!(found, more[0].1);
        let twice = repacked(&after, &BTreeMap::new(), &more).unwrap_err();
        assert!(twice.contains("already"), "{twice}");
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        let archive = packed(&[("a", b"1"), ("b", b"2")]);
        let one = |name: &str| BTreeMap::from([(name.to_string(), b"3".to_vec())]);
        assert!(repacked(&archive, &one("c"), &[]).unwrap_err().contains("no part c"));
        let shifted = [b"#!", &archive[..]].concat();
        assert!(repacked(&shifted, &one("a"), &[]).unwrap_err().contains("before its first part"));
        for cut in 0..archive.len() {
            assert!(repacked(&archive[..cut], &one("a"), &[]).is_err(), "{cut}");
        }
    }
}
