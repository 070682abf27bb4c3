/*
 * Records what the sides of a ring do, in C11 and C++11, for `sabring check`. One file, POSIX, gcc or
 * clang; link with -pthread. Without -DSABRING_RECORD each macro is the bare access, and nothing else.
 *
 *   SABRING_STEPS(source, capacity, cursors)   once, before the threads: "wrapped" or "counting"
 *   SABRING_HISTORY(source, bound)             instead of it: calls, seen from outside
 *   SABRING_THREAD("P"), SABRING_END()         first and last in each thread: "P", "C", "main", "P2" ...
 *
 * Steps. A word is "write", "read", "produced", "consumed", "producer-waits", "consumer-waits"; any
 * other is written down and not judged.
 *
 *   SABRING_LOAD(word, atomic, order)          SABRING_STORE(word, atomic, value, order)
 *   SABRING_FETCH_ADD(word, atomic, by, order) SABRING_EXCHANGE(word, atomic, value, order)
 *   SABRING_COMPARE_EXCHANGE(word, atomic, expected, value, success, failure)
 *   SABRING_READ(index, place)                 SABRING_WRITE(index, place, value)       a plain slot
 *   SABRING_READ_PART(index, part, place)      SABRING_WRITE_PART(index, part, place, value)
 *   SABRING_FENCE(order)                       SABRING_NOTIFY(word, woken)   -1: nobody knows how many
 *   SABRING_WAIT(word, expected, timed, call)  the call gives SABRING_OK, _NOT_EQUAL or _TIMED_OUT
 *
 * Calls. Each gives what its call gives.
 *
 *   SABRING_PUT(value, call)                   SABRING_OFFER(value, call)    true if it was stored
 *   SABRING_TAKE(call, value)                  SABRING_POLL(call, value)     SABRING_ELEMENT, _EMPTY, _END_OF_ALL
 *   SABRING_CLOSE(call)                        SABRING_CANCEL(call)
 *   SABRING_PEEK(call, value)                  SABRING_COUNT(call)           how many are stored
 *
 * A program may have both: what is recorded is what was asked for first. Values are integers of up to 64 bits. Each thread logs into memory of its own and touches nothing
 * that threads share. The files are written when the program ends.
 */
#ifndef SABRING_RECORD_H
#define SABRING_RECORD_H

#ifdef __cplusplus
#include <atomic>
#define SB_AUTO auto
#define SB_ORDER(name) std::memory_order_##name
#define SB_ORDER_TYPE std::memory_order
#define SB_LOAD(atomic, order) (atomic)->load(order)
#define SB_STORE(atomic, value, order) (atomic)->store(value, order)
#define SB_ADD(atomic, by, order) (atomic)->fetch_add(by, order)
#define SB_SWAP(atomic, value, order) (atomic)->exchange(value, order)
#define SB_CAS(atomic, expected, value, success, failure) \
  (atomic)->compare_exchange_strong(*(expected), value, success, failure)
#define SB_FENCE(order) std::atomic_thread_fence(order)
#else
#include <stdatomic.h>
#define SB_AUTO __auto_type
#define SB_ORDER(name) memory_order_##name
#define SB_ORDER_TYPE memory_order
#define SB_LOAD(atomic, order) atomic_load_explicit(atomic, order)
#define SB_STORE(atomic, value, order) atomic_store_explicit(atomic, value, order)
#define SB_ADD(atomic, by, order) atomic_fetch_add_explicit(atomic, by, order)
#define SB_SWAP(atomic, value, order) atomic_exchange_explicit(atomic, value, order)
#define SB_CAS(atomic, expected, value, success, failure) \
  atomic_compare_exchange_strong_explicit(atomic, expected, value, success, failure)
#define SB_FENCE(order) atomic_thread_fence(order)
#endif

enum { SABRING_OK, SABRING_NOT_EQUAL, SABRING_TIMED_OUT };
enum { SABRING_ELEMENT, SABRING_EMPTY, SABRING_END_OF_ALL };

#ifndef SABRING_RECORD

static inline int sb_answer(int answer) { return answer; }
#define SABRING_STEPS(source, capacity, cursors) ((void)0)
#define SABRING_HISTORY(source, bound) ((void)0)
#define SABRING_THREAD(thread) ((void)0)
#define SABRING_END() ((void)0)
#define SABRING_LOAD(word, atomic, order) SB_LOAD(atomic, order)
#define SABRING_STORE(word, atomic, value, order) SB_STORE(atomic, value, order)
#define SABRING_FETCH_ADD(word, atomic, by, order) SB_ADD(atomic, by, order)
#define SABRING_EXCHANGE(word, atomic, value, order) SB_SWAP(atomic, value, order)
#define SABRING_COMPARE_EXCHANGE(word, atomic, expected, value, success, failure) \
  SB_CAS(atomic, expected, value, success, failure)
#define SABRING_READ(index, place) (place)
#define SABRING_WRITE(index, place, value) ((void)((place) = (value)))
#define SABRING_READ_PART(index, part, place) (place)
#define SABRING_WRITE_PART(index, part, place, value) ((void)((place) = (value)))
#define SABRING_FENCE(order) SB_FENCE(order)
#define SABRING_WAIT(word, expected, timed, call) sb_answer(call)
#define SABRING_NOTIFY(word, woken) ((void)(word), (void)(woken))
#define SABRING_PUT(value, call) sb_answer(call)
#define SABRING_OFFER(value, call) sb_answer(call)
#define SABRING_TAKE(call, value) ((void)sizeof(value), sb_answer(call))
#define SABRING_POLL(call, value) ((void)sizeof(value), sb_answer(call))
#define SABRING_PEEK(call, value) ((void)sizeof(value), sb_answer(call))
#define SABRING_COUNT(call) (call)
#define SABRING_CLOSE(call) ((void)(call))
#define SABRING_CANCEL(call) ((void)(call))

#else

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SB_MAX_LOGS 16
#define SB_QUIET_MS 3000 /* who has slept for so long while nobody took a step sleeps for ever */

enum { SB_IS_LOAD, SB_IS_STORE, SB_IS_ADD, SB_IS_WAIT, SB_IS_NOTIFY, SB_IS_FENCE, SB_IS_CALL };
enum { SB_OPAQUE, SB_ACQUIRE, SB_RELEASE, SB_VOLATILE, SB_PLAIN };
enum { SB_STORED = 8, SB_REFUSED, SB_NOTHING }; /* beside SABRING_ELEMENT ...: what a call answered */

struct sb_step {
  const char *name;     /* the word, or the operation */
  long long value;      /* what was read or written; what a wait expects; how many were woken */
  long long a, b;       /* index and part; by; call and return */
  unsigned char access, mode, outcome;
  unsigned char pending, timed;
};

/* One thread's log. Only its thread writes it, but for `limit`, by which it is stopped. */
struct sb_log {
  const char *thread;
  struct sb_step *steps;
  size_t count;         /* the step at count - 1 may be pending */
  size_t limit;         /* how many steps it may take; 0 when the recording is over */
  int ended;            /* the thread has taken its last step, or stands before one for ever */
  int finished;         /* by itself */
};

struct sb_recording {
  const char *source, *cursors;
  long long capacity;
  int calls;            /* it is a history: steps are not recorded; else calls are not */
  char run[80];
  struct sb_log *logs[SB_MAX_LOGS];
  size_t opened;
  int over;             /* somebody writes the files */
};

/* Weak, so that several files of one program share them. */
__attribute__((weak)) struct sb_recording sb_all;
__attribute__((weak)) __thread struct sb_log *sb_mine;

#define SB_GET(place) __atomic_load_n(&(place), __ATOMIC_ACQUIRE)
#define SB_SET(place, value) __atomic_store_n(&(place), value, __ATOMIC_RELEASE)

static inline const char *sb_setting(const char *name, const char *otherwise) {
  const char *value = getenv(name);
  return value != NULL && *value != 0 ? value : otherwise;
}

static inline long long sb_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static inline void sb_sleep(int milliseconds) {
  struct timespec t = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  nanosleep(&t, NULL);
}

/* ---- writing ---- */

static inline void sb_text(FILE *out, const char *text) {
  putc('"', out);
  for (; *text != 0; text++) {
    if (*text == '"' || *text == '\\') putc('\\', out);
    putc((unsigned char)*text < ' ' ? ' ' : *text, out);
  }
  putc('"', out);
}

static inline void sb_write_call(FILE *out, const struct sb_step *s) {
  int puts = !strcmp(s->name, "put") || !strcmp(s->name, "offer"); /* else the value is its answer */
  fputs("{\"op\":", out);
  sb_text(out, s->name);
  if (puts || (!s->pending && s->outcome == SABRING_ELEMENT))
    fprintf(out, ",\"value\":%lld", s->value);
  if (!s->pending) {
    if (s->outcome == SABRING_EMPTY) fputs(",\"empty\":true", out);
    if (s->outcome == SABRING_END_OF_ALL) fputs(",\"end\":true", out);
    if (s->outcome == SB_REFUSED) fputs(",\"result\":false", out);
    if (s->outcome == SB_STORED && s->name[0] == 'o') fputs(",\"result\":true", out);
  }
  fprintf(out, ",\"call\":%lld", s->a);
  if (!s->pending) fprintf(out, ",\"return\":%lld", s->b);
  fputs("}\n", out);
}

static inline void sb_write_word(FILE *out, const char *name) {
  static const char *const words[] = {"write", "read", "produced", "consumed",
                                      "producer-waits", "consumer-waits", "data"};
  size_t i = 0;
  while (i < 7 && strcmp(words[i], name) != 0) i++;
  fputs(i < 7 ? ",\"word\":" : ",\"word\":\"other\",\"name\":", out);
  sb_text(out, name);
}

static inline void sb_write_step(FILE *out, const struct sb_step *s) {
  static const char *const accesses[] = {"load", "store", "add", "wait", "notify", "fence"};
  static const char *const modes[] = {"opaque", "acquire", "release", "volatile", "plain"};
  static const char *const results[] = {"ok", "not-equal", "timed-out"};
  fprintf(out, "{\"access\":\"%s\"", accesses[s->access]);
  if (s->access != SB_IS_FENCE) sb_write_word(out, s->name);
  if (s->access <= SB_IS_STORE && !strcmp(s->name, "data")) fprintf(out, ",\"index\":%lld", s->a);
  if (s->access <= SB_IS_STORE && s->b >= 0) fprintf(out, ",\"part\":%lld", s->b);
  if (s->access <= SB_IS_ADD) fprintf(out, ",\"value\":%lld", s->value);
  if (s->access == SB_IS_ADD) fprintf(out, ",\"by\":%lld", s->a);
  if (s->access == SB_IS_WAIT) fprintf(out, ",\"expected\":%lld", s->value);
  if (s->access == SB_IS_WAIT && !s->pending) fprintf(out, ",\"result\":\"%s\"", results[s->outcome]);
  if (s->access == SB_IS_NOTIFY && s->value >= 0) fprintf(out, ",\"woken\":%lld", s->value);
  if (s->access != SB_IS_WAIT && s->access != SB_IS_NOTIFY)
    fprintf(out, ",\"mode\":\"%s\"", modes[s->mode]);
  fputs("}\n", out);
}

/* A file is there as a whole, or not at all. */
static inline void sb_write_log(const struct sb_log *log, int complete) {
  char name[1024], part[1040];
  size_t i, count = SB_GET(log->count);
  FILE *out;
  snprintf(name, sizeof name, "%s-%s.jsonl", sb_setting("SABRING_TRACE", "sabring"), log->thread);
  snprintf(part, sizeof part, "%s.part", name);
  out = fopen(part, "w");
  if (out == NULL) {
    perror(part);
    return;
  }
  fprintf(out, "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"%s\",\"%s\":%lld", 
          sb_all.calls ? "history" : "steps", sb_all.calls ? "bound" : "capacity", sb_all.capacity);
  if (!sb_all.calls) fprintf(out, ",\"cursors\":\"%s\"", sb_all.cursors);
  fprintf(out, ",\"complete\":%s,\"source\":", complete ? "true" : "false");
  sb_text(out, sb_all.source);
  fputs(",\"run\":", out);
  sb_text(out, sb_all.run);
  fputs(",\"thread\":", out);
  sb_text(out, log->thread);
  fputs("}\n", out);
  for (i = 0; i < count; i++) {
    const struct sb_step *s = &log->steps[i];
    if (s->access == SB_IS_CALL) sb_write_call(out, s);
    /* A notification or an addition cut short may not have been; nobody waits for it any more. */
    else if (!s->pending || s->access == SB_IS_WAIT) sb_write_step(out, s);
  }
  if (fclose(out) != 0 || rename(part, name) != 0) perror(name);
}

/* ---- how a recording ends ---- */

/* In a call that need not come back: an untimed wait, a put, a take. */
static inline int sb_sleeps(const struct sb_log *log) {
  size_t count = SB_GET(log->count);
  const struct sb_step *last = count == 0 ? NULL : &log->steps[count - 1];
  return last != NULL && SB_GET(last->pending) && !last->timed && last->access != SB_IS_NOTIFY &&
         last->access != SB_IS_ADD;
}

static inline int sb_is_main(const struct sb_log *log) { return !strcmp(log->thread, "main"); }

/*
 * Stops every log before its next step, so that nobody can have seen what is in no log, and writes
 * the files. False if somebody else does already.
 */
static inline int sb_finish(int sleepers_stay) {
  size_t i, opened = SB_GET(sb_all.opened);
  int complete = 1;
  if (__atomic_exchange_n(&sb_all.over, 1, __ATOMIC_ACQ_REL)) return 0;
  for (i = 0; i < opened; i++) SB_SET(sb_all.logs[i]->limit, 0);
  for (i = 0; i < opened; i++) {
    struct sb_log *log = sb_all.logs[i];
    int patience = 100;
    while (log != sb_mine && !SB_GET(log->ended) && !sb_sleeps(log) && patience-- > 0) sb_sleep(1);
    if (!SB_GET(log->finished) && !(sleepers_stay && sb_sleeps(log)) && !sb_is_main(log)) complete = 0;
  }
  for (i = 0; i < opened; i++) sb_write_log(sb_all.logs[i], complete);
  return 1;
}

static inline void sb_at_exit(void) {
  if (!sb_finish(0))
    for (;;) pause();
}

static inline void sb_end_program(const char *why, int sleepers_stay, int code) {
  if (!sb_finish(sleepers_stay))
    for (;;) pause();
  fprintf(stderr, "sabring: %s; the recording ends, and the program with it\n", why);
  fflush(NULL);
  _exit(code);
}

/* Ends a program in which everybody sleeps for ever; else its recording would never be written. */
static inline void *sb_watch(void *unused) {
  size_t before = 0;
  int quiet = 0;
  for (;;) {
    size_t i, steps = 0, opened = SB_GET(sb_all.opened), asleep = 0, sides = 0;
    sb_sleep(100);
    for (i = 0; i < opened; i++) {
      struct sb_log *log = sb_all.logs[i];
      steps += SB_GET(log->count);
      if (sb_is_main(log)) continue;
      sides++;
      if (SB_GET(log->finished)) continue;
      if (sb_sleeps(log)) asleep++;
      else asleep = SB_MAX_LOGS + 1;
    }
    quiet = sides >= 2 && asleep > 0 && asleep <= sides && steps == before ? quiet + 100 : 0;
    before = steps;
    if (quiet >= SB_QUIET_MS) sb_end_program("everybody sleeps, for 3 seconds now", 1, 3);
  }
  return unused;
}

static inline void sb_begin(int calls, const char *source, long long capacity, const char *cursors) {
  pthread_t watcher;
  char own[80];
  snprintf(own, sizeof own, "%ld-%lld", (long)getpid(), (long long)time(NULL));
  snprintf(sb_all.run, sizeof sb_all.run, "%s", sb_setting("SABRING_RUN", own));
  sb_all.calls = calls;
  sb_all.source = source;
  sb_all.capacity = capacity;
  sb_all.cursors = cursors;
  atexit(sb_at_exit);
  if (pthread_create(&watcher, NULL, sb_watch, NULL) == 0) pthread_detach(watcher);
}

/* Places are taken in order and counted after, so who counts the logs finds each of them. */
static inline int sb_claim(size_t place, struct sb_log *log) {
  struct sb_log *none = NULL;
  if (place == SB_MAX_LOGS) abort();
  return __atomic_compare_exchange_n(&sb_all.logs[place], &none, log, 0, __ATOMIC_ACQ_REL,
                                     __ATOMIC_ACQUIRE);
}

static inline void sb_thread(const char *thread) {
  struct sb_log *log = (struct sb_log *)calloc(1, sizeof *log);
  size_t limit = (size_t)atoll(sb_setting("SABRING_LIMIT", "200000"));
  size_t place = 0;
  if (log != NULL) log->steps = (struct sb_step *)calloc(limit + 1, sizeof *log->steps);
  if (log == NULL || log->steps == NULL) {
    fprintf(stderr, "sabring: no room for the log of thread %s\n", thread);
    abort();
  }
  log->thread = thread;
  log->limit = limit;
  while (!sb_claim(place, log)) place++;
  __atomic_fetch_add(&sb_all.opened, 1, __ATOMIC_ACQ_REL);
  sb_mine = log;
}

static inline void sb_end(void) {
  if (sb_mine == NULL) return;
  SB_SET(sb_mine->finished, 1);
  SB_SET(sb_mine->ended, 1);
  sb_mine = NULL;
}

/* ---- a step: a store is logged and then done, a load done and then logged ---- */

static inline int sb_mode(SB_ORDER_TYPE order) {
  if (order == SB_ORDER(relaxed)) return SB_OPAQUE;
  if (order == SB_ORDER(acquire) || order == SB_ORDER(consume)) return SB_ACQUIRE;
  return order == SB_ORDER(release) ? SB_RELEASE : SB_VOLATILE;
}

/* Of a read-modify-write, what its load and its store are. */
static inline int sb_load_mode(SB_ORDER_TYPE order) {
  if (order == SB_ORDER(release)) return SB_OPAQUE;
  return order == SB_ORDER(acq_rel) ? SB_ACQUIRE : sb_mode(order);
}
static inline int sb_store_mode(SB_ORDER_TYPE order) {
  if (order == SB_ORDER(acquire) || order == SB_ORDER(consume)) return SB_OPAQUE;
  return order == SB_ORDER(acq_rel) ? SB_RELEASE : sb_mode(order);
}

static inline int sb_records(int calls) { return sb_mine != NULL && sb_all.calls == calls; }

/* Before each step: stands still for ever if the recording is over. */
static inline void sb_room(void) {
  char why[80];
  if (sb_mine == NULL || sb_mine->count < SB_GET(sb_mine->limit)) return;
  SB_SET(sb_mine->ended, 1);
  snprintf(why, sizeof why, "thread %s has taken %lu steps", sb_mine->thread,
           (unsigned long)sb_mine->count);
  sb_end_program(why, 0, 0);
}

static inline struct sb_step *sb_add(int access, const char *name, long long value, long long a,
                                     long long b, int mode, int pending) {
  struct sb_step *s;
  if (!sb_records(access == SB_IS_CALL)) return NULL;
  s = &sb_mine->steps[sb_mine->count];
  s->name = name;
  s->value = value;
  s->a = a;
  s->b = b;
  s->access = (unsigned char)access;
  s->mode = (unsigned char)mode;
  s->pending = (unsigned char)pending;
  SB_SET(sb_mine->count, sb_mine->count + 1);
  return s;
}

static inline int sb_same_load(const struct sb_step *l, const struct sb_step *m) {
  return l->access == SB_IS_LOAD && m->access == SB_IS_LOAD && l->name == m->name && l->a == m->a &&
         l->b == m->b && l->value == m->value && l->mode == m->mode;
}

/* One to four loads that saw the same as those just before say nothing new: a side that spins. */
static inline void sb_forget_repetition(void) {
  const struct sb_step *last = &sb_mine->steps[sb_mine->count - 1];
  size_t length, i;
  for (length = 1; length <= 4 && 2 * length <= sb_mine->count; length++) {
    for (i = 0; i < length && sb_same_load(last - i, last - i - length);) i++;
    if (i < length) continue;
    SB_SET(sb_mine->count, sb_mine->count - length);
    return;
  }
}

static inline void sb_loaded(const char *name, long long value, long long a, long long b, int mode) {
  if (sb_add(SB_IS_LOAD, name, value, a, b, mode, 0) != NULL) sb_forget_repetition();
}

static inline void sb_stores(const char *name, long long value, long long a, long long b, int mode) {
  sb_room();
  sb_add(SB_IS_STORE, name, value, a, b, mode, 0);
}

static inline struct sb_step *sb_begins(int access, const char *name, long long value, long long a,
                                        int mode) {
  sb_room();
  return sb_add(access, name, value, a, -1, mode, 1);
}

static inline void sb_ended(struct sb_step *s, long long value, int outcome) {
  if (s == NULL) return;
  s->value = value;
  s->outcome = (unsigned char)outcome;
  SB_SET(s->pending, 0);
}

/*
 * The clock is only as good as the order of the accesses around it: a store that is still on its way
 * when its call returns would make a right ring look wrong. So a full fence on both sides.
 */
static inline long long sb_clock(void) {
  long long now;
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  now = sb_now();
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  return now;
}

static inline struct sb_step *sb_calls(const char *op, long long value, int outcome) {
  struct sb_step *s;
  if (!sb_records(1)) return NULL;
  sb_room();
  s = sb_add(SB_IS_CALL, op, value, 0, 0, 0, 1);
  s->outcome = (unsigned char)outcome;
  s->timed = strcmp(op, "put") != 0 && strcmp(op, "take") != 0; /* comes back at once */
  s->a = sb_clock();
  return s;
}

/* Of the same refusal again and again the first and the last are kept: they changed nothing. */
static inline void sb_forget_refusal(const struct sb_step *s) {
  size_t i;
  if (sb_mine->count < 3 || (s->outcome != SABRING_EMPTY && s->outcome != SB_REFUSED)) return;
  for (i = 1; i <= 2; i++)
    if ((s - i)->outcome != s->outcome || (s - i)->name != s->name || (s - i)->value != s->value)
      return;
  sb_mine->steps[sb_mine->count - 2] = *s;
  SB_SET(sb_mine->count, sb_mine->count - 1);
}

static inline void sb_returns(struct sb_step *s, long long value, int outcome) {
  if (s == NULL) return;
  s->b = sb_clock();
  sb_ended(s, value, outcome);
  sb_forget_refusal(s);
}

#define SABRING_STEPS(source, capacity, cursors) sb_begin(0, source, capacity, cursors)
#define SABRING_HISTORY(source, bound) sb_begin(1, source, bound, NULL)
#define SABRING_THREAD(thread) sb_thread(thread)
#define SABRING_END() sb_end()

#define SB_LOADED(word, a, b, load, mode) \
  __extension__({                         \
    SB_AUTO sb_v = (sb_room(), (load));   \
    sb_loaded(word, (long long)sb_v, a, b, mode); \
    sb_v;                                 \
  })
#define SABRING_LOAD(word, atomic, order) \
  SB_LOADED(word, 0, -1, SB_LOAD(atomic, order), sb_mode(order))
#define SABRING_READ(index, place) SABRING_READ_PART(index, -1, place)
#define SABRING_READ_PART(index, part, place) \
  SB_LOADED("data", (long long)(index), part, place, SB_PLAIN)

#define SABRING_STORE(word, atomic, value, order)              \
  __extension__({                                              \
    SB_AUTO sb_n = (value);                                    \
    sb_stores(word, (long long)sb_n, 0, -1, sb_mode(order));   \
    SB_STORE(atomic, sb_n, order);                             \
  })
#define SABRING_WRITE(index, place, value) SABRING_WRITE_PART(index, -1, place, value)
#define SABRING_WRITE_PART(index, part, place, value)                           \
  __extension__({                                                               \
    SB_AUTO sb_n = (value);                                                     \
    sb_stores("data", (long long)sb_n, (long long)(index), part, SB_PLAIN);     \
    (void)((place) = sb_n);                                                     \
  })

#define SABRING_FETCH_ADD(word, atomic, by, order)                                        \
  __extension__({                                                                         \
    SB_AUTO sb_n = (by);                                                                  \
    struct sb_step *sb_s = sb_begins(SB_IS_ADD, word, 0, (long long)sb_n, sb_mode(order)); \
    SB_AUTO sb_v = SB_ADD(atomic, sb_n, order);                                           \
    sb_ended(sb_s, (long long)sb_v, 0);                                                   \
    sb_v;                                                                                 \
  })
/* A load and a store. Both are logged after they are done: what is stored depends on what was there. */
#define SABRING_EXCHANGE(word, atomic, value, order)                      \
  __extension__({                                                         \
    SB_AUTO sb_n = (value);                                               \
    SB_AUTO sb_v = (sb_room(), SB_SWAP(atomic, sb_n, order));             \
    sb_loaded(word, (long long)sb_v, 0, -1, sb_load_mode(order));         \
    sb_add(SB_IS_STORE, word, (long long)sb_n, 0, -1, sb_store_mode(order), 0); \
    sb_v;                                                                 \
  })
#define SABRING_COMPARE_EXCHANGE(word, atomic, expected, value, success, failure)       \
  __extension__({                                                                       \
    SB_AUTO sb_n = (value);                                                             \
    SB_AUTO sb_e = (expected);                                                          \
    int sb_v = (sb_room(), SB_CAS(atomic, sb_e, sb_n, success, failure));               \
    sb_loaded(word, (long long)*sb_e, 0, -1, sb_v ? sb_load_mode(success) : sb_mode(failure)); \
    if (sb_v) sb_add(SB_IS_STORE, word, (long long)sb_n, 0, -1, sb_store_mode(success), 0); \
    sb_v;                                                                               \
  })

#define SABRING_FENCE(order)                                                        \
  __extension__({                                                                   \
    sb_room();                                                                      \
    if ((order) != SB_ORDER(relaxed)) sb_add(SB_IS_FENCE, "", 0, 0, -1, sb_mode(order), 0); \
    SB_FENCE(order);                                                                \
  })
#define SABRING_WAIT(word, expected, is_timed, call)                             \
  __extension__({                                                                \
    long long sb_e = (long long)(expected);                                      \
    struct sb_step *sb_s = sb_begins(SB_IS_WAIT, word, sb_e, 0, 0);              \
    int sb_v = (sb_s == NULL ? 0 : (sb_s->timed = (is_timed) != 0), (call));     \
    sb_ended(sb_s, sb_e, sb_v);                                                  \
    sb_v;                                                                        \
  })
#define SABRING_NOTIFY(word, woken)                                  \
  __extension__({                                                    \
    struct sb_step *sb_s = sb_begins(SB_IS_NOTIFY, word, -1, 0, 0);  \
    sb_ended(sb_s, (long long)(woken), 0);                           \
  })

#define SB_PUTS(op, element, call)                                    \
  __extension__({                                                     \
    long long sb_e = (long long)(element);                            \
    struct sb_step *sb_s = sb_calls(op, sb_e, SB_STORED);             \
    int sb_v = (call);                                                \
    sb_returns(sb_s, sb_e, sb_v ? SB_STORED : SB_REFUSED);            \
    sb_v;                                                             \
  })
#define SB_TAKES(op, call, element)                                   \
  __extension__({                                                     \
    struct sb_step *sb_s = sb_calls(op, 0, SABRING_ELEMENT);          \
    int sb_v = (call);                                                \
    sb_returns(sb_s, sb_v == SABRING_ELEMENT ? (long long)(element) : 0, sb_v); \
    sb_v;                                                             \
  })
#define SB_ENDS(op, call)                                     \
  __extension__({                                             \
    struct sb_step *sb_s = sb_calls(op, 0, SB_NOTHING);       \
    (void)(call);                                             \
    sb_returns(sb_s, 0, SB_NOTHING);                          \
  })
#define SABRING_PUT(value, call) SB_PUTS("put", value, call)
#define SABRING_OFFER(value, call) SB_PUTS("offer", value, call)
#define SABRING_TAKE(call, value) SB_TAKES("take", call, value)
#define SABRING_POLL(call, value) SB_TAKES("poll", call, value)
#define SABRING_PEEK(call, value) SB_TAKES("peek", call, value)
#define SABRING_COUNT(call)                                       \
  __extension__({                                                 \
    struct sb_step *sb_s = sb_calls("count", 0, SABRING_ELEMENT); \
    SB_AUTO sb_v = (call);                                        \
    sb_returns(sb_s, (long long)sb_v, SABRING_ELEMENT);           \
    sb_v;                                                         \
  })
#define SABRING_CLOSE(call) SB_ENDS("close", call)
#define SABRING_CANCEL(call) SB_ENDS("cancel", call)

#endif
#endif
