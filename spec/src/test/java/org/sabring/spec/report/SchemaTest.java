package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/**
 * {@code verdict.json} keeps to the schema that lies beside it, and the schema leaves nothing out.
 */
class SchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** With all that a document can hold. */
  private static String document() {
    Interleaving weak =
        new Interleaving(
            "old stores",
            List.of(
                new Interleaving.Line(
                    RingSide.PRODUCER,
                    "PPublish WRITE := 1",
                    List.of(),
                    MemoryPicture.said("WRITE=1"),
                    "",
                    List.of(
                        new Interleaving.View(RingSide.CONSUMER, "WRITE", List.of("1", "0"))))));
    Check told =
        new Check(
            "told",
            true,
            List.of(Rule.RB101),
            Status.PASS,
            "",
            java.util.Map.of("states", 3, "seconds", 0.5),
            weak);
    Table table = new Table("t", List.of("a"), List.of(List.of("1")));
    List<Check> checks =
        List.of(FakeLayer.failing("c", FakeLayer.NASTY, Rule.RB201), told, Check.unknown("u", "x"));
    LayerResult model = new LayerResult("model", "", true, new Evidence(checks, List.of(table)), 1);
    List<LayerResult> layers = List.of(model, LayerResult.notAsked(FakeLayer.of("proof")));
    return VerdictJson.render(
        new Verdict("s", Bounds.FULL, Machine.here(), java.time.Instant.EPOCH, 2.5, layers));
  }

  private static Set<ValidationMessage> judge(JsonNode schema, String document) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, config);
    return compiled.validate(document, InputFormat.JSON);
  }

  private static JsonNode schema() throws IOException {
    return MAPPER.readTree(VerdictJson.schema());
  }

  /** The same schema, in which a key that it does not name is a fault. */
  private static JsonNode closed() throws IOException {
    JsonNode schema = schema();
    for (JsonNode one : schema.findParents("properties")) {
      if (one.path("type").asText().equals("object")) {
        ((ObjectNode) one).put("additionalProperties", false);
      }
    }
    return schema;
  }

  @Test
  void theSchemaIsAsDraft2020Has() throws IOException {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(com.networknt.schema.SchemaId.V202012));
    assertThat(meta.validate(VerdictJson.schema(), InputFormat.JSON)).isEmpty();
    assertThat(schema().path("$schema").asText()).contains("2020-12");
    assertThat(schema().path("$id").asText()).endsWith(":1");
  }

  @Test
  void aVerdictKeepsToItAndHasNoKeyThatItDoesNotName() throws IOException {
    assertThat(judge(closed(), document())).isEmpty();
    assertThat(MAPPER.readTree(document()).path("$schema").asText()).isEqualTo(VerdictFiles.SCHEMA);
  }

  @Test
  void laterKeysAreAllowed() throws IOException {
    ObjectNode later = (ObjectNode) MAPPER.readTree(document());
    later.put("later", 1);
    assertThat(judge(schema(), later.toString())).isEmpty();
    assertThat(judge(closed(), later.toString())).isNotEmpty();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        spoilt("a status that there is not", root -> root.put("status", "GREEN")),
        spoilt("an exit code of another status", root -> root.put("exitCode", 0)),
        spoilt("another format", root -> root.put("format", "sabring-check")),
        spoilt("another version", root -> root.put("version", 2)),
        spoilt("a time that is none", root -> root.put("started", "yesterday")),
        spoilt("no rules", root -> root.remove("rules")),
        spoilt("a check without a name", root -> check(root).remove("name")),
        spoilt("a figure that is no number", root -> figures(root).put("states", "many")),
        spoilt("a rule that is none", root -> rule(root).put("id", "101")),
        spoilt("a side that is none", root -> line(root).put("side", "Q")),
        spoilt("a machine without cores", root -> machine(root).remove("cores")));
  }

  private static Arguments spoilt(String what, Consumer<ObjectNode> how) {
    return Arguments.of(what, how);
  }

  private static ObjectNode rule(ObjectNode root) {
    return (ObjectNode) root.at("/rules/0");
  }

  private static ObjectNode machine(ObjectNode root) {
    return (ObjectNode) root.path("machine");
  }

  private static ObjectNode check(ObjectNode root) {
    return (ObjectNode) root.at("/layers/0/checks/0");
  }

  private static ObjectNode figures(ObjectNode root) {
    return (ObjectNode) check(root).path("figures");
  }

  private static ObjectNode line(ObjectNode root) {
    return (ObjectNode) check(root).at("/counterexample/lines/1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void broken(String what, Consumer<ObjectNode> how) throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(document());
    how.accept(root);
    assertThat(judge(schema(), root.toString())).as(what).isNotEmpty();
  }
}
