package org.sabring.properties.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.sabring.properties.stream.Demo.Moment;
import org.sabring.spec.cli.ExtensionCommand;
import org.sabring.spec.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sabring demo}: the seed document's program, with what is in the ring and the stream. */
@Command(
    name = "demo",
    description =
        "Runs the program of the seed document: a worker, a ring, a stream that doubles each value.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements ExtensionCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(names = "--items", description = "How many values. Default: ${DEFAULT-VALUE}.")
  private int items = 40;

  @Option(names = "--capacity", description = "Slots of the ring. Default: ${DEFAULT-VALUE}.")
  private int capacity = 8;

  @Option(
      names = "--produce",
      description = "Milliseconds between two values of the worker. Default: ${DEFAULT-VALUE}.")
  private int produce = 10;

  @Option(
      names = "--consume",
      description = "Milliseconds the consumer takes for a value. Default: ${DEFAULT-VALUE}.")
  private int consume = 40;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    check("items", items, 1);
    check("capacity", capacity, 2);
    check("produce", produce, 0);
    check("consume", consume, 0);
    Demo demo = new Demo(items, capacity, Duration.ofMillis(produce), Duration.ofMillis(consume));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = Json.document("sabring-demo");
      ArrayNode moments = document.putArray("consumed");
      demo.run(moment -> add(moments.addObject(), moment));
      out.println(Json.write(document));
    } else {
      demo.run(
          moment -> {
            out.println(text(moment));
            out.flush();
          });
    }
    return 0;
  }

  private void check(String name, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), "--" + name + "=" + value + ", expected at least " + least);
    }
  }

  private String text(Moment moment) {
    int most = capacity - 1;
    int shown = Math.min(most, 40);
    int full = (int) ((long) moment.ring() * shown / most);
    return "Stream consumed: %5d   ring [%s%s] %d of %d   stream %d   waits: worker %d, stream %d"
        .formatted(
            moment.value(),
            "#".repeat(full),
            ".".repeat(shown - full),
            moment.ring(),
            most,
            moment.stream(),
            moment.producerWaits(),
            moment.consumerWaits());
  }

  private static void add(ObjectNode node, Moment moment) {
    node.put("value", moment.value())
        .put("ring", moment.ring())
        .put("stream", moment.stream())
        .put("producerWaits", moment.producerWaits())
        .put("consumerWaits", moment.consumerWaits());
  }
}
