//! Records what the sides of a ring do, for `sabring check`. One file, standard library alone: put it
//! beside yours and say `mod sabring_record;`. Without `--cfg sabring_record` each function is the
//! bare access, inlined, and nothing else.
//!
//! `steps` or `history` comes once, before the threads, and writes the files when its guard is dropped.
//! `thread` comes first in each thread: "P", "C", "main", "P2" ... A word is "write", "read",
//! "produced", "consumed", "producer-waits", "consumer-waits"; any other is written down and not
//! judged. A program may have both steps and calls: what is recorded is what was asked for.
//!
//! Each thread logs into memory of its own and touches nothing that threads share.
#![allow(dead_code)]

use std::sync::atomic::{self, Ordering};

/// An integer of up to 64 bits: what words and elements are.
pub trait Number: Copy {
    fn number(self) -> i64;
}

/// A word that two threads share.
pub trait Atomic {
    type Value: Number;
    fn load(&self, order: Ordering) -> Self::Value;
    fn store(&self, value: Self::Value, order: Ordering);
    fn swap(&self, value: Self::Value, order: Ordering) -> Self::Value;
    fn compare_exchange(
        &self,
        expected: Self::Value,
        value: Self::Value,
        success: Ordering,
        failure: Ordering,
    ) -> Result<Self::Value, Self::Value>;
}

/// One that can be added to.
pub trait Adds: Atomic {
    fn fetch_add(&self, by: Self::Value, order: Ordering) -> Self::Value;
}

macro_rules! atomics {
    ($($atomic:ident $value:ty),*) => {$(
        impl Number for $value {
            #[inline(always)]
            fn number(self) -> i64 { self as i64 }
        }
        impl Atomic for atomic::$atomic {
            type Value = $value;
            #[inline(always)]
            fn load(&self, order: Ordering) -> $value { self.load(order) }
            #[inline(always)]
            fn store(&self, value: $value, order: Ordering) { self.store(value, order) }
            #[inline(always)]
            fn swap(&self, value: $value, order: Ordering) -> $value { self.swap(value, order) }
            #[inline(always)]
            fn compare_exchange(&self, expected: $value, value: $value, success: Ordering,
                failure: Ordering) -> Result<$value, $value> {
                self.compare_exchange(expected, value, success, failure)
            }
        }
    )*};
}
macro_rules! adds {
    ($($atomic:ident)*) => {$(
        impl Adds for atomic::$atomic {
            #[inline(always)]
            fn fetch_add(&self, by: Self::Value, order: Ordering) -> Self::Value {
                self.fetch_add(by, order)
            }
        }
    )*};
}
atomics!(AtomicI8 i8, AtomicI16 i16, AtomicI32 i32, AtomicI64 i64, AtomicIsize isize,
    AtomicU8 u8, AtomicU16 u16, AtomicU32 u32, AtomicU64 u64, AtomicUsize usize, AtomicBool bool);
adds!(AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize
    AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize);

/// What a wait came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Woke {
    Ok,
    NotEqual,
    TimedOut,
}

/// Why a take or a poll took nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nothing {
    Empty,
    End,
}

/// Records steps. `cursors`: "wrapped" or "counting".
#[must_use]
pub fn steps(source: &'static str, capacity: usize, cursors: &'static str) -> log::Recording {
    log::begin(source, capacity as i64, Some(cursors))
}

/// Records calls, of a ring that stores `bound` elements.
#[must_use]
pub fn history(source: &'static str, bound: usize) -> log::Recording {
    log::begin(source, bound as i64, None)
}

/// Records this thread until the guard is dropped.
#[must_use]
pub fn thread(name: &'static str) -> log::Thread {
    log::thread(name)
}

#[inline(always)]
pub fn load<A: Atomic>(word: &'static str, atomic: &A, order: Ordering) -> A::Value {
    log::room();
    let value = atomic.load(order);
    log::loaded(word, value.number(), 0, -1, mode(order));
    value
}

#[inline(always)]
pub fn store<A: Atomic>(word: &'static str, atomic: &A, value: A::Value, order: Ordering) {
    log::room();
    log::stored(word, value.number(), 0, -1, mode(order));
    atomic.store(value, order);
}

#[inline(always)]
pub fn fetch_add<A: Adds>(word: &'static str, atomic: &A, by: A::Value, order: Ordering) -> A::Value {
    log::room();
    let before = atomic.fetch_add(by, order);
    log::added(word, before.number(), by.number(), mode(order));
    before
}

/// Is a load and a store, as `compare_exchange` is.
#[inline(always)]
pub fn swap<A: Atomic>(word: &'static str, atomic: &A, value: A::Value, order: Ordering) -> A::Value {
    log::room();
    let before = atomic.swap(value, order);
    log::loaded(word, before.number(), 0, -1, load_mode(order));
    log::stored(word, value.number(), 0, -1, store_mode(order));
    before
}

#[inline(always)]
pub fn compare_exchange<A: Atomic>(
    word: &'static str,
    atomic: &A,
    expected: A::Value,
    value: A::Value,
    success: Ordering,
    failure: Ordering,
) -> Result<A::Value, A::Value> {
    log::room();
    let answer = atomic.compare_exchange(expected, value, success, failure);
    match answer {
        Ok(before) => {
            log::loaded(word, before.number(), 0, -1, load_mode(success));
            log::stored(word, value.number(), 0, -1, store_mode(success));
        }
        Err(before) => log::loaded(word, before.number(), 0, -1, mode(failure)),
    }
    answer
}

/// Reads a slot, plainly.
#[inline(always)]
pub fn read<T: Number>(index: usize, access: impl FnOnce() -> T) -> T {
    part(index, -1, access)
}

/// Reads a word of a slot of several.
#[inline(always)]
pub fn read_part<T: Number>(index: usize, n: usize, access: impl FnOnce() -> T) -> T {
    part(index, n as i64, access)
}

#[inline(always)]
fn part<T: Number>(index: usize, n: i64, access: impl FnOnce() -> T) -> T {
    log::room();
    let value = access();
    log::loaded("data", value.number(), index as i64, n, "plain");
    value
}

/// Writes a slot, plainly.
#[inline(always)]
pub fn write<T: Number>(index: usize, value: T, access: impl FnOnce(T)) {
    log::room();
    log::stored("data", value.number(), index as i64, -1, "plain");
    access(value);
}

/// Writes a word of a slot of several.
#[inline(always)]
pub fn write_part<T: Number>(index: usize, n: usize, value: T, access: impl FnOnce(T)) {
    log::room();
    log::stored("data", value.number(), index as i64, n as i64, "plain");
    access(value);
}

#[inline(always)]
pub fn fence(order: Ordering) {
    log::room();
    log::fenced(mode(order));
    atomic::fence(order);
}

/// Compares and blocks. `timed`: it does not sleep for ever.
#[inline(always)]
pub fn wait<T: Number>(word: &'static str, expected: T, timed: bool, call: impl FnOnce() -> Woke) -> Woke {
    log::room();
    let step = log::waits(word, expected.number(), timed);
    let woke = call();
    log::woke(step, woke);
    woke
}

/// Notifies. The call says how many it woke, if it knows.
#[inline(always)]
pub fn notify(word: &'static str, call: impl FnOnce() -> Option<i64>) {
    log::room();
    let step = log::notifies(word);
    log::notified(step, call().unwrap_or(-1));
}

/// A put; the call says whether the element was stored.
#[inline(always)]
pub fn put<T: Number>(value: T, call: impl FnOnce() -> bool) -> bool {
    puts("put", value, call)
}

#[inline(always)]
pub fn offer<T: Number>(value: T, call: impl FnOnce() -> bool) -> bool {
    puts("offer", value, call)
}

#[inline(always)]
fn puts<T: Number>(op: &'static str, value: T, call: impl FnOnce() -> bool) -> bool {
    let step = log::calls(op, value.number());
    let stored = call();
    log::returns(step, value.number(), if stored { "stored" } else { "refused" });
    stored
}

#[inline(always)]
pub fn take<T: Number>(call: impl FnOnce() -> Result<T, Nothing>) -> Result<T, Nothing> {
    takes("take", call)
}

#[inline(always)]
pub fn poll<T: Number>(call: impl FnOnce() -> Result<T, Nothing>) -> Result<T, Nothing> {
    takes("poll", call)
}

#[inline(always)]
fn takes<T: Number>(op: &'static str, call: impl FnOnce() -> Result<T, Nothing>) -> Result<T, Nothing> {
    let step = log::calls(op, 0);
    let answer = call();
    match answer {
        Ok(value) => log::returns(step, value.number(), "element"),
        Err(Nothing::Empty) => log::returns(step, 0, "empty"),
        Err(Nothing::End) => log::returns(step, 0, "end"),
    }
    answer
}

#[inline(always)]
pub fn peek<T: Number>(call: impl FnOnce() -> Result<T, Nothing>) -> Result<T, Nothing> {
    takes("peek", call)
}

/// How many are stored.
#[inline(always)]
pub fn count<T: Number>(call: impl FnOnce() -> T) -> T {
    let step = log::calls("count", 0);
    let stored = call();
    log::returns(step, stored.number(), "element");
    stored
}

#[inline(always)]
pub fn close(call: impl FnOnce()) {
    ends("close", call)
}

#[inline(always)]
pub fn cancel(call: impl FnOnce()) {
    ends("cancel", call)
}

#[inline(always)]
fn ends(op: &'static str, call: impl FnOnce()) {
    let step = log::calls(op, 0);
    call();
    log::returns(step, 0, "done");
}

#[inline(always)]
fn mode(order: Ordering) -> &'static str {
    match order {
        Ordering::Relaxed => "opaque",
        Ordering::Acquire => "acquire",
        Ordering::Release => "release",
        _ => "volatile",
    }
}

/// Of a read-modify-write, what its load is, and what its store.
#[inline(always)]
fn load_mode(order: Ordering) -> &'static str {
    match order {
        Ordering::Release => "opaque",
        Ordering::AcqRel => "acquire",
        _ => mode(order),
    }
}

#[inline(always)]
fn store_mode(order: Ordering) -> &'static str {
    match order {
        Ordering::Acquire => "opaque",
        Ordering::AcqRel => "release",
        _ => mode(order),
    }
}

/// Without `--cfg sabring_record`: nothing.
#[cfg(not(sabring_record))]
mod log {
    pub struct Recording;
    pub struct Thread;
    macro_rules! nothing {
        ($($name:ident($($type:ty),*) $(-> $result:ty = $value:expr)?;)*) => {$(
            #[inline(always)]
            pub fn $name($(_: $type),*) $(-> $result)? { $($value)? }
        )*};
    }
    nothing! {
        begin(&'static str, i64, Option<&'static str>) -> Recording = Recording;
        thread(&'static str) -> Thread = Thread;
        room();
        loaded(&'static str, i64, i64, i64, &'static str);
        stored(&'static str, i64, i64, i64, &'static str);
        added(&'static str, i64, i64, &'static str);
        fenced(&'static str);
        waits(&'static str, i64, bool);
        woke((), super::Woke);
        notifies(&'static str);
        notified((), i64);
        calls(&'static str, i64);
        returns((), i64, &'static str);
    }
}

#[cfg(sabring_record)]
mod log {
    use super::Woke;
    use std::cell::{Cell, UnsafeCell};
    use std::fmt::Write as _;
    use std::sync::atomic::{fence, AtomicBool, AtomicUsize, Ordering::*};
    use std::sync::{Mutex, OnceLock};
    use std::time::{Duration, Instant, SystemTime};
    use std::{env, fs, process};

    const QUIET_MS: usize = 3000; // who has slept so long while nobody took a step sleeps for ever

    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Load,
        Store,
        Add,
        Wait,
        Notify,
        Fence,
        Call,
    }

    pub struct Step {
        kind: Kind,
        name: &'static str, // the word, or the operation
        value: Cell<i64>,   // read or written; expected by a wait; how many were woken
        a: Cell<i64>,       // index; by; call
        b: Cell<i64>,       // part; return
        mode: &'static str,
        outcome: Cell<&'static str>,
        timed: bool,
        pending: AtomicBool,
    }

    /// One thread's log. Only its thread writes it, but for `limit`, by which it is stopped.
    struct Log {
        thread: &'static str,
        steps: UnsafeCell<Vec<Step>>, // has its room from the start, so nothing in it ever moves
        count: AtomicUsize,
        limit: AtomicUsize,
        ended: AtomicBool,    // has taken its last step, or stands before one for ever
        finished: AtomicBool, // by itself
    }
    // Others read only steps below `count`, and of a pending one nothing that is still to be written.
    unsafe impl Sync for Log {}

    struct Settings {
        source: &'static str,
        capacity: i64,
        cursors: Option<&'static str>,
        run: String,
        start: Instant,
    }

    static SETTINGS: OnceLock<Settings> = OnceLock::new();
    static LOGS: Mutex<Vec<&'static Log>> = Mutex::new(Vec::new());
    static OVER: AtomicBool = AtomicBool::new(false);
    thread_local!(static MINE: Cell<Option<&'static Log>> = const { Cell::new(None) });

    /// Ends the recording where it is dropped.
    pub struct Recording;
    impl Drop for Recording {
        fn drop(&mut self) {
            if !finish(false) {
                stand_still()
            }
        }
    }

    /// Ends a thread's log where it is dropped.
    pub struct Thread(&'static Log);
    impl Drop for Thread {
        fn drop(&mut self) {
            self.0.finished.store(!std::thread::panicking(), Release);
            self.0.ended.store(true, Release);
            MINE.set(None);
        }
    }

    pub fn begin(source: &'static str, capacity: i64, cursors: Option<&'static str>) -> Recording {
        let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.as_secs());
        let own = format!("{}-{}", process::id(), seconds);
        let run = env::var("SABRING_RUN").unwrap_or(own);
        let settings = Settings { source, capacity, cursors, run, start: Instant::now() };
        assert!(SETTINGS.set(settings).is_ok(), "a program records once");
        std::thread::spawn(watch);
        Recording
    }

    pub fn thread(name: &'static str) -> Thread {
        let limit = env::var("SABRING_LIMIT").ok().and_then(|n| n.parse().ok()).unwrap_or(200_000);
        let log: &'static Log = Box::leak(Box::new(Log {
            thread: name,
            steps: UnsafeCell::new(Vec::with_capacity(limit + 1)),
            count: AtomicUsize::new(0),
            limit: AtomicUsize::new(limit),
            ended: AtomicBool::new(false),
            finished: AtomicBool::new(false),
        }));
        LOGS.lock().unwrap().push(log);
        MINE.set(Some(log));
        Thread(log)
    }

    impl Log {
        /// A step that is there.
        fn step(&self, n: usize) -> &Step {
            unsafe { &*(*self.steps.get()).as_ptr().add(n) }
        }

        fn last(&self) -> Option<&Step> {
            self.count.load(Acquire).checked_sub(1).map(|n| self.step(n))
        }

        /// In a call that need not come back: an untimed wait, a put, a take.
        fn sleeps(&self) -> bool {
            self.last().is_some_and(|s| s.pending.load(Acquire) && !s.timed && s.kind != Kind::Notify)
        }

        /// One to four loads that saw the same as those just before say nothing new.
        fn forget_repetition(&self) {
            let count = self.count.load(Relaxed);
            let same = |m: usize, n: usize| {
                let (m, n) = (self.step(m), self.step(n));
                m.kind == Kind::Load
                    && n.kind == Kind::Load
                    && (m.name, m.value.get(), m.a.get(), m.b.get(), m.mode)
                        == (n.name, n.value.get(), n.a.get(), n.b.get(), n.mode)
            };
            let repeated =
                (1..=4).find(|k| 2 * k <= count && (1..=*k).all(|i| same(count - i, count - i - k)));
            self.count.store(count - repeated.unwrap_or(0), Release);
        }

        /// Of the same refusal again and again the first and the last are kept.
        fn forget_refusal(&self) {
            let count = self.count.load(Relaxed);
            if count < 3 || !["empty", "refused"].contains(&self.step(count - 1).outcome.get()) {
                return;
            }
            let key = |n: usize| (self.step(n).name, self.step(n).value.get(), self.step(n).outcome.get());
            if key(count - 1) == key(count - 2) && key(count - 2) == key(count - 3) {
                let (kept, last) = (self.step(count - 2), self.step(count - 1));
                kept.a.set(last.a.get());
                kept.b.set(last.b.get());
                self.count.store(count - 1, Release);
            }
        }
    }

    fn mine(calls: bool) -> Option<&'static Log> {
        MINE.get().filter(|_| SETTINGS.get().is_some_and(|s| s.cursors.is_none() == calls))
    }

    /// Before each step: stands still for ever if the recording is over.
    pub fn room() {
        let Some(log) = MINE.get() else { return };
        if log.count.load(Relaxed) < log.limit.load(Acquire) {
            return;
        }
        log.ended.store(true, Release);
        let why = format!("thread {} has taken {} steps", log.thread, log.count.load(Relaxed));
        end_program(&why, false, 0);
    }

    type Pending = Option<&'static Step>;

    fn add(
        kind: Kind,
        name: &'static str,
        value: i64,
        a: i64,
        b: i64,
        mode: &'static str,
        pending: bool,
        timed: bool,
    ) -> Pending {
        let log = mine(kind == Kind::Call)?;
        let count = log.count.load(Relaxed);
        let step = Step {
            kind,
            name,
            value: Cell::new(value),
            a: Cell::new(a),
            b: Cell::new(b),
            mode,
            outcome: Cell::new(""),
            timed,
            pending: AtomicBool::new(pending),
        };
        unsafe { (*log.steps.get()).as_mut_ptr().add(count).write(step) };
        log.count.store(count + 1, Release);
        Some(log.step(count))
    }

    pub fn loaded(name: &'static str, value: i64, a: i64, b: i64, mode: &'static str) {
        add(Kind::Load, name, value, a, b, mode, false, false);
        if let Some(log) = mine(false) {
            log.forget_repetition()
        }
    }

    pub fn stored(name: &'static str, value: i64, a: i64, b: i64, mode: &'static str) {
        add(Kind::Store, name, value, a, b, mode, false, false);
    }

    pub fn added(name: &'static str, value: i64, by: i64, mode: &'static str) {
        add(Kind::Add, name, value, by, -1, mode, false, false);
    }

    pub fn fenced(mode: &'static str) {
        add(Kind::Fence, "", 0, 0, -1, mode, false, false);
    }

    pub fn waits(name: &'static str, expected: i64, timed: bool) -> Pending {
        add(Kind::Wait, name, expected, 0, -1, "", true, timed)
    }

    pub fn woke(step: Pending, woke: Woke) {
        let Some(s) = step else { return };
        s.outcome.set(match woke {
            Woke::Ok => "ok",
            Woke::NotEqual => "not-equal",
            Woke::TimedOut => "timed-out",
        });
        s.pending.store(false, Release);
    }

    pub fn notifies(name: &'static str) -> Pending {
        add(Kind::Notify, name, -1, 0, -1, "", true, false)
    }

    pub fn notified(step: Pending, woken: i64) {
        let Some(s) = step else { return };
        s.value.set(woken);
        s.pending.store(false, Release);
    }

    pub fn calls(op: &'static str, value: i64) -> Pending {
        mine(true)?;
        room();
        let step = add(Kind::Call, op, value, 0, 0, "", true, !["put", "take"].contains(&op))?;
        step.a.set(clock());
        Some(step)
    }

    pub fn returns(step: Pending, value: i64, outcome: &'static str) {
        let (Some(s), Some(log)) = (step, mine(true)) else { return };
        s.b.set(clock());
        s.value.set(value);
        s.outcome.set(outcome);
        s.pending.store(false, Release);
        log.forget_refusal();
    }

    /// The clock is only as good as the order of the accesses around it: a store that is still on its
    /// way when its call returns would make a right ring look wrong. So a full fence on both sides.
    fn clock() -> i64 {
        fence(SeqCst);
        let now = SETTINGS.get().map_or(0, |s| s.start.elapsed().as_nanos() as i64);
        fence(SeqCst);
        now
    }

    // ---- how a recording ends ----

    fn stand_still() -> ! {
        loop {
            std::thread::park()
        }
    }

    /// Stops every log before its next step, so that nobody can have seen what is in no log, and
    /// writes the files. False if somebody else does already.
    fn finish(sleepers_stay: bool) -> bool {
        if OVER.swap(true, AcqRel) {
            return false;
        }
        let logs = LOGS.lock().unwrap();
        logs.iter().for_each(|log| log.limit.store(0, Release));
        let mut complete = true;
        for log in logs.iter() {
            let own = MINE.get().is_some_and(|mine| std::ptr::eq(mine, *log));
            let mut patience = 100;
            while !own && !log.ended.load(Acquire) && !log.sleeps() && patience > 0 {
                std::thread::sleep(Duration::from_millis(1));
                patience -= 1;
            }
            let stays = log.finished.load(Acquire) || sleepers_stay && log.sleeps();
            complete &= stays || log.thread == "main";
        }
        for log in logs.iter() {
            if let Err(error) = write(log, complete) {
                eprintln!("sabring: thread {}: {error}", log.thread)
            }
        }
        true
    }

    fn end_program(why: &str, sleepers_stay: bool, code: i32) -> ! {
        if !finish(sleepers_stay) {
            stand_still()
        }
        eprintln!("sabring: {why}; the recording ends, and the program with it");
        process::exit(code)
    }

    /// Ends a program in which everybody sleeps for ever; else its recording would never be written.
    fn watch() {
        let (mut before, mut quiet) = (0, 0);
        loop {
            std::thread::sleep(Duration::from_millis(100));
            let (steps, stuck) = {
                let logs = LOGS.lock().unwrap();
                let sides: Vec<_> = logs.iter().filter(|log| log.thread != "main").collect();
                let over = |log: &&&&'static Log| log.finished.load(Acquire);
                let asleep = sides.iter().filter(|log| !over(log)).count();
                let stuck =
                    sides.len() >= 2 && asleep > 0 && sides.iter().all(|log| over(&log) || log.sleeps());
                (logs.iter().map(|log| log.count.load(Acquire)).sum::<usize>(), stuck)
            };
            quiet = if stuck && steps == before { quiet + 100 } else { 0 };
            before = steps;
            if quiet >= QUIET_MS {
                end_program("everybody sleeps, for 3 seconds now", true, 3)
            }
        }
    }

    fn text(words: &str) -> String {
        let inner: String = words.chars().map(|c| if c < ' ' { ' ' } else { c }).collect();
        format!("\"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\""))
    }

    /// A file is there as a whole, or not at all.
    fn write(log: &Log, complete: bool) -> std::io::Result<()> {
        let s = SETTINGS.get().unwrap();
        let mut out = match s.cursors {
            Some(cursors) => {
                format!("\"kind\":\"steps\",\"capacity\":{},\"cursors\":\"{cursors}\"", s.capacity)
            }
            None => format!("\"kind\":\"history\",\"bound\":{}", s.capacity),
        };
        out = format!("{{\"format\":\"sabring-trace\",\"version\":1,{out},\"complete\":{complete}");
        let _ = writeln!(
            out,
            ",\"source\":{},\"run\":{},\"thread\":{}}}",
            text(s.source),
            text(&s.run),
            text(log.thread)
        );
        for n in 0..log.count.load(Acquire) {
            let step = log.step(n);
            let pending = step.pending.load(Acquire);
            match step.kind {
                Kind::Call => call(&mut out, step, pending),
                // A notification cut short may not have been; nobody waits for it any more.
                Kind::Notify if pending => (),
                _ => access(&mut out, step, pending),
            }
        }
        let prefix = env::var("SABRING_TRACE").unwrap_or("sabring".into());
        let name = format!("{prefix}-{}.jsonl", log.thread);
        fs::write(format!("{name}.part"), out)?;
        fs::rename(format!("{name}.part"), name)
    }

    fn access(out: &mut String, s: &Step, pending: bool) {
        const WORDS: [&str; 7] =
            ["write", "read", "produced", "consumed", "producer-waits", "consumer-waits", "data"];
        let access = ["load", "store", "add", "wait", "notify", "fence"][s.kind as usize];
        let word = match s.kind {
            Kind::Fence => String::new(),
            _ if WORDS.contains(&s.name) => format!(",\"word\":\"{}\"", s.name),
            _ => format!(",\"word\":\"other\",\"name\":{}", text(s.name)),
        };
        let _ = write!(out, "{{\"access\":\"{access}\"{word}");
        let _ = match s.kind {
            Kind::Load | Kind::Store => {
                if s.name == "data" {
                    let _ = write!(out, ",\"index\":{}", s.a.get());
                }
                if s.b.get() >= 0 {
                    let _ = write!(out, ",\"part\":{}", s.b.get());
                }
                write!(out, ",\"value\":{}", s.value.get())
            }
            Kind::Add => write!(out, ",\"value\":{},\"by\":{}", s.value.get(), s.a.get()),
            Kind::Wait if pending => write!(out, ",\"expected\":{}", s.value.get()),
            Kind::Wait => write!(out, ",\"expected\":{},\"result\":\"{}\"", s.value.get(), s.outcome.get()),
            Kind::Notify if s.value.get() >= 0 => write!(out, ",\"woken\":{}", s.value.get()),
            _ => Ok(()),
        };
        if !s.mode.is_empty() {
            let _ = write!(out, ",\"mode\":\"{}\"", s.mode);
        }
        out.push_str("}\n");
    }

    fn call(out: &mut String, s: &Step, pending: bool) {
        let puts = ["put", "offer"].contains(&s.name);
        let _ = write!(out, "{{\"op\":\"{}\"", s.name);
        if puts || !pending && s.outcome.get() == "element" {
            let _ = write!(out, ",\"value\":{}", s.value.get());
        }
        if !pending {
            out.push_str(match s.outcome.get() {
                "empty" => ",\"empty\":true",
                "end" => ",\"end\":true",
                "refused" => ",\"result\":false",
                "stored" if s.name == "offer" => ",\"result\":true",
                _ => "",
            });
        }
        let _ = write!(out, ",\"call\":{}", s.a.get());
        if !pending {
            let _ = write!(out, ",\"return\":{}", s.b.get());
        }
        out.push_str("}\n");
    }
}
