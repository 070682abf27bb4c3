/*
 * A ring of one producer and one consumer that never waits. Cursors wrap around, one slot stays empty,
 * a slot has two words, and each side reloads the other's cursor only when it seems to have to.
 *
 *   ring [steps|history] [elements]
 *
 * Right as it stands. -DWITHOUT_RELEASE publishes the producer's cursor relaxed, -DNEVER_FULL does not
 * look for room.
 */
#include "../c/sabring_record.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#ifdef WITHOUT_RELEASE
constexpr auto publish = std::memory_order_relaxed;
#else
constexpr auto publish = std::memory_order_release;
#endif

struct Element {
  int number;
  int square;
};

template <unsigned capacity>
class Ring {
 public:
  /** False if it is full. The producer's thread. */
  bool offer(Element element) {
    const unsigned write = SABRING_LOAD("write", &write_, std::memory_order_relaxed);
    const unsigned next = (write + 1) % capacity;
#ifndef NEVER_FULL
    if (next == seen_read_) {
      seen_read_ = SABRING_LOAD("read", &read_, std::memory_order_acquire);
      if (next == seen_read_) return false;
    }
#endif
    SABRING_WRITE_PART(write, 0, slots_[write].number, element.number);
    SABRING_WRITE_PART(write, 1, slots_[write].square, element.square);
    SABRING_STORE("write", &write_, next, publish);
    return true;
  }

  /** False if it is empty. The consumer's thread. */
  bool poll(Element& element) {
    const unsigned read = SABRING_LOAD("read", &read_, std::memory_order_relaxed);
    if (read == seen_write_) {
      seen_write_ = SABRING_LOAD("write", &write_, std::memory_order_acquire);
      if (read == seen_write_) return false;
    }
    element.number = SABRING_READ_PART(read, 0, slots_[read].number);
    element.square = SABRING_READ_PART(read, 1, slots_[read].square);
    SABRING_STORE("read", &read_, (read + 1) % capacity, std::memory_order_release);
    return true;
  }

 private:
  alignas(64) std::atomic<unsigned> write_{0};  // producer: the next slot to fill
  unsigned seen_read_ = 0;                      // producer: READ as it was some time ago
  alignas(64) std::atomic<unsigned> read_{0};   // consumer: the next slot to drain
  unsigned seen_write_ = 0;                     // consumer: WRITE as it was some time ago
  alignas(64) Element slots_[capacity];
};

static Ring<8> ring;

static std::atomic<bool> done{false};  // no part of the ring: written down, and not judged

static void produce(int elements) {
  SABRING_THREAD("P");
  for (int i = 1; i <= elements; i++)
    while (!SABRING_OFFER(i, ring.offer({i, i * i}))) std::this_thread::yield();
  SABRING_STORE("done", &done, true, std::memory_order_release);
  SABRING_END();
}

static void consume() {
  Element element{0, 0};
  int taken = 0, torn = 0;
  SABRING_THREAD("C");
  for (;;) {
    const bool last = SABRING_LOAD("done", &done, std::memory_order_acquire);
    const int answer =
        SABRING_POLL(ring.poll(element) ? SABRING_ELEMENT : SABRING_EMPTY, element.number);
    if (answer == SABRING_ELEMENT) {
      taken++;
      torn += element.square != element.number * element.number;
    } else if (last) {
      break;
    } else {
      std::this_thread::yield();
    }
  }
  SABRING_END();
  std::printf("took %d elements, %d of them torn\n", taken, torn);
}

int main(int argc, char** argv) {
  const int elements = argc > 2 ? std::atoi(argv[2]) : 1001;
  if (argc > 1 && !std::strcmp(argv[1], "history")) SABRING_HISTORY("ring.cpp", 7);
  else SABRING_STEPS("ring.cpp", 8, "wrapped");
#ifdef NEVER_FULL
  produce(elements);  // so that it overtakes the consumer in every run
  consume();
#else
  std::thread producer(produce, elements), consumer(consume);
  producer.join();
  consumer.join();
#endif
}
