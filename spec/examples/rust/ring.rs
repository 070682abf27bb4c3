//! A ring of one producer and one consumer that never waits. Cursors count on, each side reloads the
//! other's only when it seems to have to, and the producer publishes up to three elements at once.
//!
//!     ring [steps|history] [elements]
//!
//! Right as it stands. `--cfg without_release` publishes the producer's cursor relaxed, `--cfg
//! publish_first` publishes it before the slots are written, `--cfg never_full` does not look for room.
#[path = "sabring_record.rs"]
mod sabring_record;

use sabring_record as record;
use sabring_record::Nothing;
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};

const CAPACITY: u32 = 8;
const BATCH: u32 = 3;
const PUBLISH: std::sync::atomic::Ordering = if cfg!(without_release) { Relaxed } else { Release };

struct Ring {
    write: AtomicU32, // producer: how many elements it has put, modulo 2^32
    read: AtomicU32,  // consumer: how many it has taken
    slots: [UnsafeCell<i32>; CAPACITY as usize],
}

// A slot is touched by the side whose cursor has come to it, and by nobody else.
unsafe impl Sync for Ring {}

struct Producer<'a> {
    ring: &'a Ring,
    write: u32,   // WRITE
    read: u32,    // READ as it was some time ago
    written: u32, // slots written and not yet published
}

impl Producer<'_> {
    /// False if the ring is full. What is stored is there for the consumer after the next flush.
    fn offer(&mut self, value: i32) -> bool {
        let next = self.write.wrapping_add(self.written);
        if !cfg!(never_full) && next.wrapping_sub(self.read) == CAPACITY {
            self.read = record::load("read", &self.ring.read, Acquire);
            if next.wrapping_sub(self.read) == CAPACITY {
                return false;
            }
        }
        if cfg!(publish_first) {
            record::store("write", &self.ring.write, next.wrapping_add(1), PUBLISH);
        }
        let index = (next % CAPACITY) as usize;
        record::write(index, value, |v| unsafe { *self.ring.slots[index].get() = v });
        self.written += 1;
        true
    }

    fn flush(&mut self) {
        self.write = self.write.wrapping_add(self.written);
        if self.written > 0 && !cfg!(publish_first) {
            record::store("write", &self.ring.write, self.write, PUBLISH);
        }
        self.written = 0;
    }
}

struct Consumer<'a> {
    ring: &'a Ring,
    read: u32,  // READ
    write: u32, // WRITE as it was some time ago
}

impl Consumer<'_> {
    fn poll(&mut self) -> Result<i32, Nothing> {
        if self.read == self.write {
            self.write = record::load("write", &self.ring.write, Acquire);
            if self.read == self.write {
                return Err(Nothing::Empty);
            }
        }
        let index = (self.read % CAPACITY) as usize;
        let value = record::read(index, || unsafe { *self.ring.slots[index].get() });
        self.read = self.read.wrapping_add(1);
        record::store("read", &self.ring.read, self.read, Release);
        Ok(value)
    }
}

/// From outside an element is stored when it can be taken: so a call is an offer and its flush. The
/// steps are of batches.
fn produce(ring: &Ring, elements: i32, batch: u32, done: &AtomicBool) {
    let _log = record::thread("P");
    let mut producer = Producer { ring, write: 0, read: 0, written: 0 };
    for i in 1..=elements {
        while !record::offer(i, || {
            let stored = producer.offer(i);
            if !stored || producer.written == batch || i == elements {
                producer.flush();
            }
            stored
        }) {
            std::thread::yield_now();
        }
    }
    record::store("done", done, true, Release);
}

fn consume(ring: &Ring, done: &AtomicBool) {
    let _log = record::thread("C");
    let mut consumer = Consumer { ring, read: 0, write: 0 };
    let (mut taken, mut sum) = (0, 0);
    loop {
        let last = record::load("done", done, Acquire);
        match record::poll(|| consumer.poll()) {
            Ok(value) => (taken, sum) = (taken + 1, sum + i64::from(value)),
            Err(_) if last => break,
            Err(_) => std::thread::yield_now(),
        }
    }
    println!("took {taken} elements, their sum is {sum}");
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let history = arguments.get(1).is_some_and(|kind| kind == "history");
    let elements = arguments.get(2).and_then(|n| n.parse().ok()).unwrap_or(1001);
    let _recording = if history {
        record::history("ring.rs", CAPACITY as usize)
    } else {
        record::steps("ring.rs", CAPACITY as usize, "counting")
    };
    let batch = if history { 1 } else { BATCH };
    let slots = [const { UnsafeCell::new(0) }; CAPACITY as usize];
    let (ring, done) =
        (Ring { write: AtomicU32::new(0), read: AtomicU32::new(0), slots }, AtomicBool::new(false));
    std::thread::scope(|threads| {
        let producer = threads.spawn(|| produce(&ring, elements, batch, &done));
        if cfg!(never_full) {
            producer.join().unwrap(); // so that it overtakes the consumer in every run
        }
        threads.spawn(|| consume(&ring, &done));
    });
}
