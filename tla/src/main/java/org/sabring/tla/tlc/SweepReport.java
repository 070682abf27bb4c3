package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The report of a sweep: what TLC said in it.
 *
 * @param complete whether it came to the end of the state space without any error but the cases
 *     that it reports
 * @param message TLC's own words for what went wrong otherwise
 * @param begun the cases that TLC has begun with
 * @param reports the cases that it reports, in order
 * @param states distinct states found
 * @param depth depth of the search
 */
record SweepReport(
    boolean complete,
    String message,
    Set<Map<String, String>> begun,
    List<Report> reports,
    long states,
    int depth) {

  /**
   * A case that TLC reports.
   *
   * @param violated the invariant that is violated
   * @param trace a behaviour that violates it, from its beginning
   */
  record Report(String violated, List<TlaState> trace) {

    /** The case, as the variable of that name holds it. */
    Map<String, String> caseIn(String variable) {
      String value = trace.isEmpty() ? null : trace.get(0).variables().get(variable);
      return value == null ? Map.of() : asCase(TlaValue.parse(value));
    }
  }

  private static final Pattern BEGINS = Pattern.compile("(?m)^\\[\\s*case \\|->");

  static SweepReport parse(String output) {
    boolean success = false;
    String wrong = "";
    List<Long> statistics = List.of(0L, 0L, -1L);
    int depth = 0;
    List<Report> reports = new ArrayList<>();
    for (TlcMessage said : TlcMessage.in(output)) {
      if (said.isInvariantViolated()) {
        reports.add(new Report(said.violated().orElse(""), new ArrayList<>()));
      } else if (said.code() == TlcMessage.STATE && !reports.isEmpty()) {
        List<TlaState> trace = reports.get(reports.size() - 1).trace();
        said.state().ifPresent(trace::add);
      } else if (said.code() == TlcMessage.SUCCESS) {
        success = true;
      } else if (said.code() == TlcMessage.DEPTH) {
        depth = said.numbers().get(0).intValue();
      } else if (said.code() == TlcMessage.STATISTICS) {
        statistics = said.numbers();
      } else if (said.isError() && said.code() != TlcMessage.BEHAVIOUR_FOLLOWS && wrong.isEmpty()) {
        wrong = said.text();
      }
    }
    boolean nothingLeft = statistics.get(2) == 0;
    if (wrong.isEmpty() && !(success && nothingLeft)) {
      wrong = "TLC ended without saying how";
    }
    return new SweepReport(
        wrong.isEmpty(), wrong, begun(output), reports, statistics.get(1), depth);
  }

  private static Set<Map<String, String>> begun(String output) {
    String printed = TlcMessage.outside(output);
    Set<Map<String, String>> begun = new LinkedHashSet<>();
    Matcher begins = BEGINS.matcher(printed);
    while (begins.find()) {
      Map<?, ?> value = (Map<?, ?>) TlaValue.parse(printed, begins.start());
      begun.add(asCase(value.get("case")));
    }
    return begun;
  }

  private static Map<String, String> asCase(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> fields) {
      fields.forEach((field, text) -> texts.put(field.toString(), text.toString()));
    }
    return texts;
  }
}
