/* Each thing that can be recorded, once, on one thread; C11, and C++ as well. */
#include "../sabring_record.h"

#include <string.h>

#ifdef __cplusplus
using namespace std;
typedef atomic<unsigned> word;
#else
typedef _Atomic unsigned word;
#endif

static word write_cursor, read_cursor, produced, lock;
static long long slots[4][2];

static void steps(void) {
  unsigned expected = 7;
  SABRING_STORE("write", &write_cursor, 1u, memory_order_relaxed);
  SABRING_STORE("write", &write_cursor, 2u, memory_order_release);
  SABRING_STORE("write", &write_cursor, 3u, memory_order_seq_cst);
  for (int i = 0; i < 5; i++) SABRING_LOAD("read", &read_cursor, memory_order_relaxed);
  for (int i = 0; i < 5; i++) {
    SABRING_LOAD("read", &read_cursor, memory_order_acquire);
    SABRING_LOAD("write", &write_cursor, memory_order_seq_cst);
  }
  SABRING_FETCH_ADD("produced", &produced, 1u, memory_order_relaxed);
  SABRING_FETCH_ADD("produced", &produced, 4u, memory_order_acq_rel);
  SABRING_EXCHANGE("write", &write_cursor, 4u, memory_order_acq_rel);
  SABRING_COMPARE_EXCHANGE("lock", &lock, &expected, 8u, memory_order_acq_rel, memory_order_relaxed);
  SABRING_COMPARE_EXCHANGE("lock", &lock, &expected, 8u, memory_order_acquire, memory_order_relaxed);
  SABRING_WRITE(3, slots[3][0], -5000000000LL);
  (void)SABRING_READ(3, slots[3][0]);
  SABRING_WRITE_PART(2, 1, slots[2][1], 9LL);
  (void)SABRING_READ_PART(2, 1, slots[2][1]);
  SABRING_FENCE(memory_order_acquire);
  SABRING_FENCE(memory_order_release);
  SABRING_FENCE(memory_order_seq_cst);
  SABRING_WAIT("read", 0, 0, SABRING_OK);
  SABRING_WAIT("read", 1, 1, SABRING_NOT_EQUAL);
  SABRING_WAIT("read", 0, 1, SABRING_TIMED_OUT);
  SABRING_NOTIFY("write", 1);
  SABRING_NOTIFY("write", -1);
}

static void calls(void) {
  int value = 5;
  SABRING_PUT(1, 1);
  SABRING_PUT(2, 0);
  SABRING_OFFER(3, 1);
  SABRING_OFFER(-4, 0);
  SABRING_TAKE(SABRING_ELEMENT, value);
  SABRING_TAKE(SABRING_END_OF_ALL, value);
  SABRING_POLL(SABRING_ELEMENT, value);
  for (int i = 0; i < 5; i++) SABRING_POLL(SABRING_EMPTY, value);
  SABRING_PEEK(SABRING_ELEMENT, value);
  (void)SABRING_COUNT(2u);
  SABRING_CLOSE((void)0);
  SABRING_CANCEL((void)0);
}

int main(int argc, char **argv) {
  int history = argc > 1 && !strcmp(argv[1], "history");
  if (history) SABRING_HISTORY("every \"call\"", 4);
  else SABRING_STEPS("every \\step\\", 4, "counting");
  SABRING_THREAD("P");
  steps();
  calls();
  SABRING_END();
  return 0;
}
