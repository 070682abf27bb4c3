//! Each thing that can be recorded, once, on one thread: what `c/test/every.c` does.
#[path = "../sabring_record.rs"]
mod sabring_record;

use sabring_record as record;
use sabring_record::{Nothing, Woke};
use std::sync::atomic::{AtomicU32, Ordering::*};

fn steps() {
    let [write, read, produced, lock] = [const { AtomicU32::new(0) }; 4];
    let mut slots = [[0i64; 2]; 4];
    record::store("write", &write, 1, Relaxed);
    record::store("write", &write, 2, Release);
    record::store("write", &write, 3, SeqCst);
    for _ in 0..5 {
        record::load("read", &read, Relaxed);
    }
    for _ in 0..5 {
        record::load("read", &read, Acquire);
        record::load("write", &write, SeqCst);
    }
    record::fetch_add("produced", &produced, 1, Relaxed);
    record::fetch_add("produced", &produced, 4, AcqRel);
    record::swap("write", &write, 4, AcqRel);
    let _ = record::compare_exchange("lock", &lock, 7, 8, AcqRel, Relaxed);
    let _ = record::compare_exchange("lock", &lock, 0, 8, Acquire, Relaxed);
    record::write(3, -5_000_000_000, |v| slots[3][0] = v);
    record::read(3, || slots[3][0]);
    record::write_part(2, 1, 9, |v| slots[2][1] = v);
    record::read_part(2, 1, || slots[2][1]);
    record::fence(Acquire);
    record::fence(Release);
    record::fence(SeqCst);
    record::wait("read", 0, false, || Woke::Ok);
    record::wait("read", 1, true, || Woke::NotEqual);
    record::wait("read", 0, true, || Woke::TimedOut);
    record::notify("write", || Some(1));
    record::notify("write", || None);
}

fn calls() {
    record::put(1, || true);
    record::put(2, || false);
    record::offer(3, || true);
    record::offer(-4, || false);
    let _ = record::take(|| Ok(5));
    let _ = record::take(|| Err::<i32, _>(Nothing::End));
    let _ = record::poll(|| Ok(5));
    for _ in 0..5 {
        let _ = record::poll(|| Err::<i32, _>(Nothing::Empty));
    }
    let _ = record::peek(|| Ok(5));
    record::count(|| 2usize);
    record::close(|| ());
    record::cancel(|| ());
}

fn main() {
    let history = std::env::args().nth(1).is_some_and(|kind| kind == "history");
    let _recording = if history {
        record::history("every \"call\"", 4)
    } else {
        record::steps("every \\step\\", 4, "counting")
    };
    let _log = record::thread("P");
    steps();
    calls();
}
