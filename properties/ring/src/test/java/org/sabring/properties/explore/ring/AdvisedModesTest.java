package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Options;
import org.sabring.explore.advisor.Advice;
import org.sabring.explore.advisor.Advice.Need;
import org.sabring.explore.advisor.AdviceTable;
import org.sabring.explore.advisor.ModeAdvisor;
import org.sabring.explore.advisor.Site;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access.Kind;

/** What the mode advisor says of the ring here is what the law's sweep of modes says. */
class AdvisedModesTest {

  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));
  private static final Path PAGE = ROOT.resolve("spec/doc/modes.md");
  private static final String HEADING = "## The ring here";

  /** The law's names of the ordered accesses to the cursors. */
  private static final Map<Site, String> STEPS =
      Map.of(
          new Site(Kind.LOAD, "READ", Mode.ACQUIRE, null), "PLoadRead",
          new Site(Kind.STORE, "WRITE", Mode.RELEASE, null), "PPublish",
          new Site(Kind.LOAD, "WRITE", Mode.ACQUIRE, null), "CLoadWrite",
          new Site(Kind.STORE, "READ", Mode.RELEASE, null), "CPublish");

  private static Map<Site, List<Advice>> advice() throws InterruptedException {
    RingProgram ring =
        new RingProgram(
            2,
            CallText.producer("offer 1, offer 2, offer 3"),
            CallText.consumer("poll, poll, poll"));
    return new ModeAdvisor(ring.program(), memory -> ring.monitor(memory, true), Options.PLAIN)
        .advise(List.of(MemoryModel.TSO, MemoryModel.RA));
  }

  @Test
  void saysWhatTheLawSays() throws Exception {
    Map<String, Boolean> said = new TreeMap<>();
    advice()
        .forEach(
            (site, all) -> {
              String step = STEPS.get(site);
              if (step != null) {
                said.put(step, all.get(1).need() == Need.NEEDED);
              }
              assertThat(all.get(0).need())
                  .as("on store buffers: " + site)
                  .isNotEqualTo(Need.NEEDED);
            });

    assertThat(said).isEqualTo(law("cursors"));
    assertThat(law("cursors-tso").values()).containsOnly(false);
    assertThat(said).contains(entry("PPublish", true));
  }

  /** For each of the accesses to the cursors, whether the law's sweep fails when it is opaque. */
  private static Map<String, Boolean> law(String sweep) throws IOException {
    JsonNode sweeps =
        new ObjectMapper().readTree(ROOT.resolve("tla/weak.json").toFile()).get("sweeps");
    Map<String, Boolean> needed = new TreeMap<>();
    for (JsonNode one : sweeps) {
      if (one.get("model").get("name").asText().equals(sweep)) {
        STEPS.values().forEach(step -> needed.put(step, false));
        for (JsonNode failing : one.get("failing")) {
          failing
              .get("when")
              .properties()
              .forEach(
                  when -> {
                    if (when.getValue().toString().contains("opaque")) {
                      needed.put(when.getKey(), true);
                    }
                  });
        }
      }
    }
    return needed;
  }

  @Test
  void isInTheDocs() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(HEADING);
    lines.add("");
    lines.add(
        "`CursorRing` of two slots, three offers and three polls, each step judged. It is what the"
            + " law's sweep `cursors` says, and a test holds the two equal.");
    lines.add("");
    lines.addAll(AdviceTable.markdown(advice(), List.of("TSO", "RA")));
    String section = String.join("\n", lines) + "\n";
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("sabring.write")) {
      int at = page.indexOf(HEADING);
      page = (at < 0 ? page + "\n" : page.substring(0, at)) + section;
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("run this test with -Dsabring.write=true").endsWith(section);
  }
}
