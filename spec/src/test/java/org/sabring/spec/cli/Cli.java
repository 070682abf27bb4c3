package org.sabring.spec.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.sabring.spec.check.Layer;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Cli(int code, String out, String err) {

  /** Runs a command with these layers and no others. */
  public static Cli run(Path root, List<Layer> layers, String... args) {
    return run(root, () -> new Layers(layers, List.of()), 0, args);
  }

  static Cli run(Path root, Supplier<Layers> layers, int columns, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), columns, false, root);
    int code = Main.execute(console, layers, args);
    return new Cli(code, out.toString(), err.toString());
  }

  /** Standard output, which must be one JSON document and nothing else. */
  JsonNode json() throws IOException {
    return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out);
  }
}
