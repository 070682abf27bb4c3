package org.sabring.explore.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which hooks each kind of code calls once it is rewritten, in the order of the code. */
class ClassRewriterTest {

  private static final String ZOO = "org/sabring/explore/code/ZooOfCode";

  private static Map<String, byte[]> rewrite(String internalName) throws IOException {
    ClassFiles files = new ClassFiles(ClassRewriterTest.class.getClassLoader(), Map.of());
    byte[] file = files.bytes(internalName);
    assertThat(file).as(internalName).isNotNull();
    return new ClassRewriter(files, new CopiedClasses(true)).rewrite(file);
  }

  private static ClassNode rewritten(String internalName) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(rewrite(internalName).get(internalName)).accept(node, 0);
    return node;
  }

  private static MethodNode method(ClassNode node, String name) {
    return node.methods.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  private static List<String> hooks(MethodNode method) {
    List<String> names = new ArrayList<>();
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof MethodInsnNode call && call.owner.startsWith(Emit.HOOKS)) {
        names.add(call.name);
      }
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "field, getReference",
    "store, put",
    "wide, get put",
    "statically, get put",
    "constant, ''",
    "array, getReference load store",
    "rows, bornDeep loadReference loadReference load store",
    "block, enter getReference exit exit caught",
    "guarded, enter getReference exit exit caught",
    "await, waitOn waitOn notifyEvery",
    "update, fence varHandle",
    "park, park parkNanos unpark pause",
    "clone, cloneArray",
    "hashes, hash",
    "outside, export imported",
    "inside, ''",
    "loop, activation loop",
    "attempt, getReference caught",
    "fork, refuse",
    "<init>, born putReference born putReference frozen",
    "<clinit>, enterInitializer born exitInitializer exitInitializer",
  })
  void aMethodCallsItsHooks(String method, String hooks) throws IOException {
    assertThat(hooks(method(rewritten(ZOO), method))).isEqualTo(words(hooks));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  @Test
  void theObjectAroundAnInnerOneIsPassedToTheEngineOnceTheInnerOneExists() throws IOException {
    assertThat(hooks(method(rewritten(ZOO + "$Inner"), "<init>")))
        .containsExactly("born", "putReference", "frozen");
  }

  @Test
  void aRecordAsksTheEngineForWhatTheRunTimeMakes() throws IOException {
    ClassNode pair = rewritten(ZOO + "$Pair");
    assertThat(hooks(method(pair, "toString"))).containsExactly("recordText");
    assertThat(hooks(method(pair, "hashCode"))).containsExactly("recordHash");
    assertThat(hooks(method(pair, "equals"))).containsExactly("recordEquals");
  }

  @Test
  void aLambdaIsAClassWhoseFieldsAreWhatItCaptures() throws IOException {
    Map<String, byte[]> made = rewrite(ZOO);
    assertThat(made).containsOnlyKeys(ZOO, ZOO + "$$sabring$0", ZOO + "$$sabring$1");
    ClassNode lambda = new ClassNode();
    new ClassReader(made.get(ZOO + "$$sabring$1")).accept(lambda, 0);
    assertThat(lambda.interfaces).containsExactly("java/lang/Runnable");
    assertThat(lambda.fields)
        .extracting(field -> field.desc)
        .containsExactly("L" + ZOO + ";", "Lcopied/java/util/ArrayDeque;", "I");
    assertThat(hooks(method(lambda, "run"))).containsExactly("getReference", "getReference", "get");
  }

  @Test
  void aSynchronizedMethodIsNoLongerOne() throws IOException {
    assertThat(method(rewritten(ZOO), "guarded").access & Opcodes.ACC_SYNCHRONIZED).isZero();
  }

  @Test
  void noHandlerProtectsTheWayIntoAHandlerOfErrors() throws IOException {
    MethodNode block = method(rewritten(ZOO), "block");
    AbstractInsnNode caught = null;
    for (AbstractInsnNode at : block.instructions) {
      if (at instanceof MethodInsnNode call && call.name.equals("caught")) {
        caught = at;
      }
    }
    int place = block.instructions.indexOf(caught);
    assertThat(place).isPositive();
    for (TryCatchBlockNode protectedBlock : block.tryCatchBlocks) {
      assertThat(at(block, protectedBlock.end)).isLessThan(place);
      assertThat(at(block, protectedBlock.handler)).isBetween(place - 3, place);
    }
  }

  private static int at(MethodNode method, LabelNode label) {
    return method.instructions.indexOf(label);
  }
}
