//! The program as its users run it.

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

const ARTICLE: &str = "“No,” Ana Lowe said on Sunday. She left.";

fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs the program with `input` on standard input.
fn feed(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = nutgraf(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().ok();
    output
}

fn lines(output: &[u8]) -> Vec<Value> {
    output.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect()
}

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Documents of different lengths, so that cores finish out of order.
fn archive(documents: usize) -> String {
    let document = |n: usize| json!({"id": format!("d{n}"), "text": ARTICLE.repeat(1 + n % 17), "date": "2025-06-30"});
    (0..documents).map(|n| document(n).to_string() + "\n").collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn every_line_gets_its_answer_in_order() {
    let output = feed(&["--jsonl"], archive(300).as_bytes());
    assert!(output.status.success());
    let ids: Vec<_> = lines(&output.stdout).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, (0..300).map(|n| json!(format!("d{n}"))).collect::<Vec<_>>());
}

#[test]
fn however_many_documents_are_read_at_once_the_answers_are_the_same() {
    let archive = archive(100);
    let read = |jobs: &str| feed(&["--jsonl", "--jobs", jobs], archive.as_bytes());
    assert_eq!(read("1").stdout, read("7").stdout);
    assert_eq!(lines(&read("512").stdout).len(), 100);
    for wrong in ["0", "513", "many"] {
        assert_eq!(read(wrong).status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn the_id_stands_first_in_a_line() {
    let output = feed(&["--jsonl"], archive(1).as_bytes());
    assert!(output.stdout.starts_with(b"{\"id\":\"d0\",\"schema\":"));
}

#[test]
fn a_bad_line_becomes_an_error_line_and_the_run_goes_on() {
    let input = "not json\n{\"id\":7}\n\n{\"id\":\"x\",\"text\":\"It rained.\",\"date\":\"soon\"}\n{\"id\":\"y\",\"text\":\"It rained.\"}";
    let output = feed(&["--jsonl"], input.as_bytes());
    assert!(output.status.success());
    let answers = lines(&output.stdout);
    let seen: Vec<_> = answers.iter().map(|a| (a["id"].clone(), a["error"].is_string())).collect();
    assert_eq!(seen, [(Value::Null, true), (json!(7), true), (json!("x"), true), (json!("y"), false)]);
    assert!(answers[2]["error"].as_str().unwrap().contains("YYYY-MM-DD"));
}

#[test]
fn offsets_count_what_is_asked_for() {
    let text = "🎉 Ana Lowe said no.";
    let input = json!({"id": 1, "text": text}).to_string();
    for (offsets, length) in [("utf8", text.len()), ("utf16", text.encode_utf16().count()), ("codepoint", 19)] {
        let answers = lines(&feed(&["--jsonl", "--offsets", offsets], input.as_bytes()).stdout);
        assert_eq!(answers[0]["sentences"][0]["end"], length, "{offsets}");
    }
}

#[test]
fn tokens_are_listed_when_asked_for() {
    let input = json!({"id": 1, "text": "It rained."}).to_string();
    assert_eq!(lines(&feed(&["--jsonl"], input.as_bytes()).stdout)[0]["tokens"], Value::Null);
    let with = lines(&feed(&["--jsonl", "--tokens"], input.as_bytes()).stdout);
    assert_eq!(with[0]["tokens"], json!([[0, 2], [3, 9], [9, 10]]));
}

#[test]
fn compressed_archives_are_read_from_files_and_from_standard_input() {
    let (plain, folder) = (archive(5), folder("compressed"));
    let expected = feed(&["--jsonl"], plain.as_bytes()).stdout;
    // Two members one after the other, as `cat a.gz b.gz` makes them.
    let (first, second) = plain.split_at(plain.find('\n').unwrap() + 1);
    let compressed = [gzip(first.as_bytes()), gzip(second.as_bytes())].concat();
    assert_eq!(feed(&["--jsonl"], &compressed).stdout, expected);
    let file = folder.join("archive.jsonl.gz");
    fs::write(&file, compressed).unwrap();
    assert_eq!(nutgraf(&["--jsonl"]).arg(&file).output().unwrap().stdout, expected);
}

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let file = folder("missing").join("article.txt");
    fs::write(&file, ARTICLE).unwrap();
    for mode in [&["absent.txt"][..], &["--json", "absent.txt"], &["--jsonl", "absent.txt"]] {
        let output = nutgraf(mode).arg(&file).output().unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains("absent.txt"));
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut command = nutgraf(&["--jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(archive(2000).as_bytes()).ok();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}

#[test]
fn a_report_is_printed_for_people() {
    let printed = String::from_utf8(feed(&[], ARTICLE.as_bytes()).stdout).unwrap();
    assert!(printed.contains("Ana Lowe"), "{printed}");
}

/// Kills the run again and again, goes on each time, and compares with a run that nothing broke.
#[test]
fn a_run_that_is_killed_ten_times_gives_what_an_unbroken_one_gives() {
    let folder = folder("resume");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    let archive = archive(3000);
    fs::write(&input, &archive).unwrap();
    let expected = feed(&["--jsonl"], archive.as_bytes()).stdout;
    let run = || {
        let mut command = nutgraf(&["--jsonl", "--resume", "--output"]);
        command.arg(&output).arg(&input);
        command
    };
    for kill in 0..10 {
        let mut child = run().spawn().unwrap();
        thread::sleep(Duration::from_millis(5 + kill * 37 % 60));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(run().status().unwrap().success());
    assert!(fs::read(&output).unwrap() == expected, "lines were lost, doubled or broken");
    assert!(run().status().unwrap().success());
    assert!(fs::read(&output).unwrap() == expected, "a run that is done was not left alone");
}

#[test]
fn a_half_written_line_is_written_anew() {
    let folder = folder("half");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    fs::write(&input, archive(3)).unwrap();
    let expected = feed(&["--jsonl"], archive(3).as_bytes()).stdout;
    for cut in [0, 1, expected.len() / 2, expected.len() - 1] {
        fs::write(&output, &expected[..cut]).unwrap();
        assert!(nutgraf(&["--jsonl", "--resume", "-o"]).arg(&output).arg(&input).status().unwrap().success());
        assert!(fs::read(&output).unwrap() == expected, "cut at {cut}");
    }
}

#[test]
fn an_output_of_another_archive_is_refused() {
    let folder = folder("other");
    let (input, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
    fs::write(&input, archive(3)).unwrap();
    fs::write(&output, "{\"id\":\"from elsewhere\"}\n").unwrap();
    let result = nutgraf(&["--jsonl", "--resume", "-o"]).arg(&output).arg(&input).output().unwrap();
    assert!(!result.status.success());
    assert_eq!(fs::read(&output).unwrap(), b"{\"id\":\"from elsewhere\"}\n");
}

#[test]
fn tables_are_written_for_spreadsheets() {
    let folder = folder("tables");
    let text = "“=1+1 is wrong,” Ana Lowe said on Sunday.";
    let input = json!({"id": "a,b", "text": text, "date": "2025-06-30"}).to_string();
    assert!(feed(&["--jsonl", "--tables", folder.to_str().unwrap()], input.as_bytes()).status.success());
    let table = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert!(table("entities.csv").starts_with("document,entity,kind,name,"));
    assert!(table("entities.csv").contains(",person,Ana Lowe,"));
    assert!(table("quotes.csv").contains(",\"'=1+1 is wrong"));
    assert!(table("dates.csv").starts_with("document,words,from,to,precision,"));
}

#[test]
fn tables_and_pages_say_what_is_to_be_known_beside_a_number() {
    let folder = folder("numbers");
    let text = "Cleaners earn about $15 an hour, the union said. It meets every two weeks and has more than 900 members. \
         Ana Lowe, 61, cleans a school.";
    let input = json!({"id": "a", "text": text, "date": "2025-06-30"}).to_string();
    assert!(feed(&["--jsonl", "--tables", folder.to_str().unwrap()], input.as_bytes()).status.success());
    let entities = fs::read_to_string(folder.join("entities.csv")).unwrap();
    let rows: Vec<_> = entities.lines().collect();
    assert!(rows[0].ends_with(",end,amount,amount_to,currency,unit,per,approximate,every"), "{}", rows[0]);
    for ending in [",15,,USD,,hour,about,", ",2,,,,,,week", ",900,,,member,,over,"] {
        assert!(rows.iter().any(|row| row.ends_with(ending)), "{ending}: {entities}");
    }
    let page = String::from_utf8(feed(&["-"], text.as_bytes()).stdout).unwrap();
    for line in [
        "  $15 an hour (about, per hour)",
        "  every two weeks (every 2 weeks)",
        "  900 members (or more)",
        "  61 (age)",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
}

#[test]
fn the_reason_for_a_speaker_stands_in_the_table() {
    let folder = folder("reasons");
    let input = json!({"id": "a", "text": ARTICLE}).to_string();
    assert!(feed(&["--jsonl", "--tables", folder.to_str().unwrap()], input.as_bytes()).status.success());
    let quotes = fs::read_to_string(folder.join("quotes.csv")).unwrap();
    assert!(quotes.starts_with("document,quote,kind,speaker,probable,because,"));
    assert!(quotes.contains(",direct,Ana Lowe,false,"), "{quotes}");
    assert!(quotes.contains("said"), "{quotes}");
}

/// Two articles in files of their own.
fn two_articles(name: &str) -> [String; 2] {
    let folder = folder(name);
    let texts =
        ["“We will not go, ever,” Ana Lowe said. Birds sang.", "“We will not go,” Lowe said. Omar Haddad left."];
    let path = |(at, text): (usize, &str)| {
        let path = folder.join(format!("{at}.txt"));
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let mut paths = texts.into_iter().enumerate().map(path);
    [paths.next().unwrap(), paths.next().unwrap()]
}

#[test]
fn two_articles_are_compared() {
    let [first, second] = two_articles("compared");
    let output = nutgraf(&["compare", &first, &second]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(told.contains("AB cut: We will not go [A: ever]"), "{told}");
    assert!(told.contains("Omar Haddad"), "{told}");

    let output = nutgraf(&["compare", "--json", "--offsets", "utf8", &first, &second]).output().unwrap();
    let comparison: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(comparison["texts"][0]["id"], json!(first));
    assert_eq!(comparison["offsets"], json!("utf8"));
    assert_eq!(comparison["quotations"][0]["relation"], json!("shorter"));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let [first, _] = two_articles("not-compared");
    let output = nutgraf(&["compare", &first]).output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("2 values required"));
    let output = nutgraf(&["compare", &first, "nowhere.txt"]).output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("nowhere.txt"));
    assert!(output.stdout.is_empty());
}
