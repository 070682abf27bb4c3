package org.sabring.explore.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.advisor.Advice;
import org.sabring.explore.advisor.AdviceTable;
import org.sabring.explore.advisor.ModeAdvisor;
import org.sabring.explore.advisor.Site;
import org.sabring.explore.memory.MemoryModel;

/** What the mode advisor says of public classes, which is a page of the docs. */
@Tag("any-jdk")
class AdvisorTest {

  private static final Path PAGE = Path.of(System.getProperty("sabring.root"), "spec/doc/modes.md");

  /** The part of the page that another test makes. */
  private static final String RING = "## The ring here";

  private static final List<MemoryModel> WEAK = List.of(MemoryModel.TSO, MemoryModel.RA);

  private static final String HEAD =
      """
      # Which access modes are needed

      Made by `AdvisorTest` and `AdvisedModesTest`, with `-Dsabring.write=true`. Each access of each field of
      these classes was made weaker, one after the other, and each fence left out; then the program was explored
      again, on TSO (store buffers, as x86 has) and on RA (release/acquire, what the language promises). *Needed*:
      with anything weaker the promise breaks in this program. *Would do*: the weakest that keeps it. What is said
      holds for the program named, the promise (a FIFO queue that loses nothing, no data race) and elements with a
      plain field. On RA a plain access that races is a finding, so plain is said only of what one side has for
      itself. `./sabring explore --queue CLASS … --weaken` prints the same of your class.
      """;

  private static Stream<Specimen> specimens() {
    Specimen spsc =
        Specimen.of(
            "SpscArrayQueue(4)",
            SpscArrayQueue.class,
            Queues.fifo(4),
            Queues.oneToOne(() -> new SpscArrayQueue<>(4), 5));
    Stream<Specimen> disruptors =
        Disruptors.specimens().stream()
            .filter(one -> one.name().matches("(RingBuffer|MultiProducerSequencer).*"));
    return Stream.concat(Stream.of(spsc), Stream.concat(Agrona.specimens().stream(), disruptors));
  }

  private static Map<Site, List<Advice>> advice(Specimen specimen) throws InterruptedException {
    Program program = specimen.small().program().with(specimen.code());
    return new ModeAdvisor(program, specimen.promise()::on, Options.PLAIN).advise(WEAK);
  }

  @Test
  void isInTheDocs() throws IOException, InterruptedException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Specimen specimen : specimens().toList()) {
      page.append("\n## ").append(specimen.name()).append(", ").append(specimen.origin());
      page.append("\n\n").append("`").append(specimen.small().program()).append("`\n\n");
      page.append(String.join("\n", AdviceTable.markdown(advice(specimen), List.of("TSO", "RA"))));
      page.append('\n');
    }
    String old = Files.exists(PAGE) ? Files.readString(PAGE) : RING;
    String rest = "\n" + old.substring(Math.max(0, old.indexOf(RING)));
    if (Boolean.getBoolean("sabring.write")) {
      Files.writeString(PAGE, page + rest);
    }
    assertThat(Files.readString(PAGE)).as("-Dsabring.write=true").startsWith(page.toString());
  }
}
