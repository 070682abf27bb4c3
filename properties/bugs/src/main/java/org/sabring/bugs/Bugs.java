package org.sabring.bugs;

import static org.sabring.explore.memory.MemoryModel.RA;
import static org.sabring.explore.memory.MemoryModel.SC;
import static org.sabring.explore.memory.MemoryModel.TSO;

import java.util.List;
import org.sabring.explore.memory.MemoryModel;

/** The list of all bugs. */
public final class Bugs {

  private static final String GITHUB = "https://github.com/";

  /** All of them, in the order of the tables. */
  public static final List<Bug> ALL =
      List.of(
          bug(
              "JCTools #119",
              "JCTools/JCTools/issues/119",
              "not empty, and nothing to poll",
              "two stores in the wrong order",
              SC,
              JcTools119.Buggy.class,
              JcTools119.Mended.class),
          bug(
              "JCTools #292",
              "JCTools/JCTools/issues/292",
              "the consumer overtakes the producer",
              "two stores in the wrong order",
              SC,
              JcTools292.Buggy.class,
              JcTools292.Mended.class),
          bug(
              "JCTools #296",
              "JCTools/JCTools/issues/296",
              "a peek into the future, through a slot that is used again",
              "two reads that do not belong together",
              SC,
              JcTools296.Buggy.class,
              JcTools296.Mended.class),
          bug(
              "JCTools #310",
              "JCTools/JCTools/issues/310",
              "a peek into the future, through a chunk that is used again",
              "two reads that do not belong together",
              SC,
              JcTools310.Buggy.class,
              JcTools310.Mended.class),
          bug(
              "JCTools #336",
              "JCTools/JCTools/pull/336",
              "a consumer waits for ever to be released",
              "two stores in the wrong order; goes round for ever",
              SC,
              JcTools336.Buggy.class,
              JcTools336.Mended.class),
          bug(
              "JCTools #339",
              "JCTools/JCTools/issues/339",
              "a producer waits for ever for somebody to wake",
              "a wait for what may be over; goes round for ever",
              SC,
              JcTools339.Buggy.class,
              JcTools339.Mended.class),
          bug(
              "Agrona #22",
              "aeron-io/agrona/issues/22",
              "a padding that nobody can read past",
              "one value with two meanings",
              SC,
              Agrona22.Buggy.class,
              Agrona22.Mended.class),
          bug(
              "Agrona #160",
              "aeron-io/agrona/issues/160",
              "a full ring looks empty to whoever wants to unblock it",
              "counters compared after their wrap",
              SC,
              Agrona160.Buggy.class,
              Agrona160.Mended.class),
          bug(
              "SPSCQueue #35",
              "rigtorp/SPSCQueue/issues/35",
              "the read index overtakes its copy of the write index",
              "a copy that is not kept up",
              SC,
              SpscQueue35.Buggy.class,
              SpscQueue35.Mended.class),
          bug(
              "QuestDB #7557",
              "questdb/questdb/pull/7557",
              "a segment that is being frozen looks empty",
              "two stores in the wrong order",
              SC,
              QuestDb7557.Buggy.class,
              QuestDb7557.Mended.class),
          bug(
              "Disruptor #119",
              "LMAX-Exchange/disruptor/issues/119",
              "a consumer sleeps beside an event",
              "no full fence between a store and a load; sleeps for ever",
              TSO,
              Disruptor119.Buggy.class,
              Disruptor119.Mended.class),
          bug(
              "liburing #541",
              "axboe/liburing/issues/541",
              "the kernel's poller sleeps on a submission",
              "no full fence between a store and a load",
              TSO,
              Liburing541.Buggy.class,
              Liburing541.Mended.class),
          bug(
              "crossbeam #97",
              "crossbeam-rs/crossbeam/issues/97",
              "ready, and nothing there",
              "no release and acquire on a flag",
              RA,
              Crossbeam97.Buggy.class,
              Crossbeam97.Mended.class),
          bug(
              "iceoryx #2168",
              "eclipse-iceoryx/iceoryx/pull/2168",
              "a question that orders nothing",
              "no acquire on an index",
              RA,
              Iceoryx2168.Buggy.class,
              Iceoryx2168.Mended.class),
          bug(
              "iceoryx2 #119",
              "eclipse-iceoryx/iceoryx2/issues/119",
              "a fence that has nobody on the other side",
              "no acquire on an index",
              RA,
              IceoryxTwo119.Buggy.class,
              IceoryxTwo119.Mended.class),
          new Bug(
              "FreeBSD D46152",
              "https://reviews.freebsd.org/D46152",
              "a slot is given back before it is read",
              "no release and acquire on an index",
              RA,
              FreeBsd46152.Buggy.class,
              FreeBsd46152.Mended.class),
          bug(
              "brpc #3539",
              "apache/brpc/pull/3539",
              "a worker sleeps beside a task",
              "no full fence between a store and a load; sleeps for ever",
              RA,
              Brpc3539.Buggy.class,
              Brpc3539.Mended.class));

  private Bugs() {}

  private static Bug bug(
      String report,
      String path,
      String title,
      String mistake,
      MemoryModel memory,
      Class<?> buggy,
      Class<?> mended) {
    return new Bug(report, GITHUB + path, title, mistake, memory, buggy, mended);
  }
}
