/*
 * A ring of one producer and one consumer that wait for each other with a futex (Linux).
 *
 *   ring [steps|history] [elements]
 *
 * Right as it stands. -DWITHOUT_RELEASE publishes WRITE relaxed, -DWITHOUT_NOTIFY wakes nobody,
 * -DNEVER_FULL does not look for room.
 */
#include "sabring_record.h"

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { CAPACITY = 8 };

#ifdef WITHOUT_RELEASE
#define PUBLISH memory_order_relaxed
#else
#define PUBLISH memory_order_release
#endif

struct ring {
  _Atomic unsigned write; /* producer: how many elements it has put, modulo 2^32 */
  _Atomic unsigned read;  /* consumer: how many it has taken */
  int slots[CAPACITY];
};

static int wait_while(_Atomic unsigned *word, unsigned expected) {
  if (syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, NULL, NULL, 0) == 0) return SABRING_OK;
  return errno == EAGAIN ? SABRING_NOT_EQUAL : SABRING_OK; /* EINTR: for no reason */
}

static void notify(const char *name, _Atomic unsigned *word) {
#ifdef WITHOUT_NOTIFY
  (void)name, (void)word;
#else
  SABRING_NOTIFY(name, syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0));
#endif
}

static int put(struct ring *r, int value) {
  unsigned write = SABRING_LOAD("write", &r->write, memory_order_relaxed);
  unsigned read = SABRING_LOAD("read", &r->read, memory_order_acquire);
#ifndef NEVER_FULL
  while (write - read == CAPACITY) {
    SABRING_WAIT("read", read, 0, wait_while(&r->read, read));
    read = SABRING_LOAD("read", &r->read, memory_order_acquire);
  }
#endif
  (void)read;
  SABRING_WRITE(write % CAPACITY, r->slots[write % CAPACITY], value);
  SABRING_STORE("write", &r->write, write + 1, PUBLISH);
  notify("write", &r->write);
  return 1;
}

static int take(struct ring *r) {
  unsigned read = SABRING_LOAD("read", &r->read, memory_order_relaxed);
  unsigned write = SABRING_LOAD("write", &r->write, memory_order_acquire);
  while (write == read) {
    SABRING_WAIT("write", write, 0, wait_while(&r->write, write));
    write = SABRING_LOAD("write", &r->write, memory_order_acquire);
  }
  int value = SABRING_READ(read % CAPACITY, r->slots[read % CAPACITY]);
  SABRING_STORE("read", &r->read, read + 1, memory_order_release);
  notify("read", &r->read);
  return value;
}

static struct ring ring;
static int elements = 1000;

static void *produce(void *unused) {
  SABRING_THREAD("P");
  for (int i = 1; i <= elements; i++) SABRING_PUT(i, put(&ring, i));
  SABRING_END();
  return unused;
}

static void *consume(void *unused) {
  long sum = 0;
  SABRING_THREAD("C");
  for (int i = 1; i <= elements; i++) {
    int value;
    SABRING_TAKE((value = take(&ring), SABRING_ELEMENT), value);
    sum += value;
  }
  SABRING_END();
  printf("took %d elements, their sum is %ld\n", elements, sum);
  return unused;
}

int main(int argc, char **argv) {
  pthread_t p, c;
  if (argc > 2) elements = atoi(argv[2]);
  if (argc > 1 && !strcmp(argv[1], "history")) SABRING_HISTORY("ring.c", CAPACITY);
  else SABRING_STEPS("ring.c", CAPACITY, "counting");
  pthread_create(&p, NULL, produce, NULL);
#ifdef NEVER_FULL
  pthread_join(p, NULL); /* so that it overtakes the consumer in every run */
#endif
  pthread_create(&c, NULL, consume, NULL);
#ifndef NEVER_FULL
  pthread_join(p, NULL);
#endif
  pthread_join(c, NULL);
  return 0;
}
