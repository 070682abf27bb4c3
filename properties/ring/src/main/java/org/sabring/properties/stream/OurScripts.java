package org.sabring.properties.stream;

import java.util.List;
import java.util.function.Function;

/** Runs scripts on our streams, whichever those are: from a script's JSON to the log. */
final class OurScripts implements Function<String, List<String>> {

  @Override
  public List<String> apply(String json) {
    return OurRun.of(Script.of(json));
  }
}
