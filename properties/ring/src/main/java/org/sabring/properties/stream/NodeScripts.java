package org.sabring.properties.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.sabring.properties.stream.NodeScript.Sink;
import org.sabring.properties.stream.NodeScript.Source;

/**
 * NodeScripts over the surface that Node's streams and ours have in common. A listener for errors
 * is always there: what Node does with an error that nobody listens to is to end the process.
 * Nobody reads within onRead: there Node 20 counts bytes twice, and breaks.
 */
final class NodeScripts {

  private static final Arbitrary<String> MOMENT =
      Arbitraries.frequency(
          Tuple.of(4, "now"), Tuple.of(1, "tick"), Tuple.of(2, "later"), Tuple.of(1, "latest"));

  private static final Arbitrary<Integer> SIZE =
      Arbitraries.frequency(
          Tuple.of(1, 0),
          Tuple.of(6, 1),
          Tuple.of(3, 2),
          Tuple.of(2, 3),
          Tuple.of(1, 5),
          Tuple.of(1, 9));

  private static final Arbitrary<Integer> MARK =
      Arbitraries.frequency(
          Tuple.of(1, 0), Tuple.of(3, 1), Tuple.of(3, 2), Tuple.of(2, 3), Tuple.of(1, 8));

  private NodeScripts() {}

  /** NodeScripts with a Readable and up to two Writables. */
  static Arbitrary<NodeScript> all() {
    return Arbitraries.integers()
        .between(0, 2)
        .flatMap(
            sinks ->
                Combinators.combine(
                        Arbitraries.of(true, false),
                        source(),
                        sink().list().ofSize(sinks),
                        tasks(sinks),
                        reactions(sinks))
                    .as(NodeScript::new));
  }

  /** Most begin by listening, so that they hear what comes of them. */
  private static Arbitrary<List<List<String>>> tasks(int sinks) {
    List<String> listening = new ArrayList<>(List.of("r.on end", "r.on close", "r.on pause"));
    for (int i = 0; i < sinks; i++) {
      for (String event : List.of("drain", "finish", "close", "unpipe")) {
        listening.add("w" + i + ".on " + event);
      }
    }
    Arbitrary<List<String>> begin =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(List.of())),
            Tuple.of(2, Arbitraries.just(List.copyOf(listening))),
            Tuple.of(1, Arbitraries.of(listening).list().uniqueElements().ofMaxSize(4)));
    Arbitrary<List<List<String>>> rest =
        operation(sinks).list().ofMinSize(1).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(5);
    return Combinators.combine(begin, rest)
        .as(
            (first, others) -> {
              List<List<String>> all = new ArrayList<>(List.of(first));
              all.addAll(others);
              return all;
            });
  }

  private static Arbitrary<Source> source() {
    Arbitrary<String> push =
        Arbitraries.frequencyOf(
            Tuple.of(16, SIZE.map(size -> "r.push " + size)),
            Tuple.of(3, Arbitraries.just("r.pushEnd")),
            Tuple.of(1, Arbitraries.of("r.destroy", "r.fail", "r.resume")));
    Arbitrary<String> answer =
        Combinators.combine(MOMENT, push.list().ofMinSize(1).ofMaxSize(3)).as(NodeScripts::joined);
    Arbitrary<String> read =
        Arbitraries.frequencyOf(Tuple.of(24, answer), Tuple.of(1, Arbitraries.just("now;throw")));
    return Combinators.combine(
            MARK, destroysItself(), read.list().ofMinSize(1).ofMaxSize(6), outcome())
        .as(Source::new);
  }

  private static Arbitrary<Sink> sink() {
    Arbitrary<String> atEnd =
        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("none")), Tuple.of(1, outcome()));
    return Combinators.combine(
            MARK, destroysItself(), outcome().list().ofMaxSize(5), atEnd, outcome())
        .as(Sink::new);
  }

  private static Arbitrary<Boolean> destroysItself() {
    return Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
  }

  /** When something is done, and whether it fails. */
  private static Arbitrary<String> outcome() {
    return Combinators.combine(
            MOMENT, Arbitraries.frequency(Tuple.of(20, ""), Tuple.of(1, ";error")))
        .as(String::concat);
  }

  private static String joined(String moment, List<String> operations) {
    return operations.isEmpty() ? moment : moment + ";" + String.join(";", operations);
  }

  private static Arbitrary<String> operation(int sinks) {
    List<Tuple2<Integer, Arbitrary<String>>> all =
        new ArrayList<>(
            List.of(
                Tuple.of(4, SIZE.map(size -> "r.push " + size)),
                Tuple.of(2, SIZE.map(size -> "r.unshift " + size)),
                Tuple.of(1, Arbitraries.of("r.pushEnd", "r.destroy", "r.fail")),
                Tuple.of(6, SIZE.map(size -> "r.read " + size)),
                Tuple.of(8, Arbitraries.of("r.read", "r.pause", "r.resume")),
                Tuple.of(
                    8,
                    listening("r", List.of("data", "readable", "end", "close", "pause", "resume"))),
                Tuple.of(2, Arbitraries.of("r.on data", "r.on readable", "r.on end"))));
    for (int i = 0; i < sinks; i++) {
      String name = "w" + i;
      all.add(Tuple.of(6, Arbitraries.of("r.pipe " + name)));
      all.add(
          Tuple.of(2, Arbitraries.of("r.unpipe " + name, "r.unpipe", "r.pipeWithoutEnd " + name)));
      all.add(Tuple.of(8, SIZE.map(size -> name + ".write " + size)));
      all.add(Tuple.of(4, SIZE.map(size -> name + ".writeTold " + size)));
      all.add(
          Tuple.of(
              2,
              Arbitraries.of(name + ".end", name + ".endTold", name + ".cork", name + ".uncork")));
      all.add(Tuple.of(1, Arbitraries.of(name + ".destroy", name + ".fail", name + ".endWith 1")));
      all.add(
          Tuple.of(
              3,
              listening(name, List.of("drain", "prefinish", "finish", "close", "pipe", "unpipe"))));
    }
    return Arbitraries.frequencyOf(all);
  }

  private static Arbitrary<String> listening(String name, List<String> events) {
    Arbitrary<String> verb =
        Arbitraries.frequency(Tuple.of(5, "on"), Tuple.of(2, "off"), Tuple.of(1, "once"));
    return Combinators.combine(verb, Arbitraries.of(events))
        .as((how, event) -> name + "." + how + " " + event);
  }

  /** What listeners do. Few are ever called, so most scripts have several. */
  private static Arbitrary<Map<String, List<List<String>>>> reactions(int sinks) {
    List<String> events =
        new ArrayList<>(
            List.of(
                "r.data",
                "r.data",
                "r.readable",
                "r.readable",
                "r.end",
                "r.close",
                "r.error",
                "r.pause",
                "r.resume"));
    for (int i = 0; i < sinks; i++) {
      for (String event :
          List.of("drain", "drain", "prefinish", "finish", "close", "pipe", "unpipe", "error")) {
        events.add("w" + i + "." + event);
      }
    }
    return Arbitraries.maps(
            Arbitraries.of(events), operation(sinks).list().ofMaxSize(3).list().ofMaxSize(3))
        .ofMaxSize(4);
  }
}
