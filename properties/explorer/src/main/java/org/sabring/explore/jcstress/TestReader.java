package org.sabring.explore.jcstress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.sabring.explore.jcstress.Expectation.Expect;
import org.sabring.explore.jcstress.StressTest.Part;

/** A reader of jcstress' annotations: from class files, without loading a class. */
final class TestReader {

  private static final String ANNOTATIONS = "Lorg/openjdk/jcstress/annotations/";
  private static final int PARSED =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  private final ClassLoader classPath;
  private final Map<String, ClassNode> known = new HashMap<>();

  TestReader(ClassLoader classPath) {
    this.classPath = classPath;
  }

  /**
   * The test that a class is.
   *
   * @return null if it is none
   * @throws IllegalArgumentException naming what such a test must have
   */
  @Nullable StressTest read(String name) {
    ClassNode test = find(name.replace('.', '/'));
    if (test == null || (test.access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT)) != 0) {
      return null; // an annotation that stands for others, or what tests inherit
    }
    List<AnnotationNode> annotations = annotations(test);
    AnnotationNode main = first(annotations, "JCStressTest");
    if (main == null) {
      return null;
    }
    boolean termination = main.values != null && text(value(main, "value")).equals("Termination");
    List<Part> actors = parts(test, "Actor");
    List<Part> all = new ArrayList<>(actors);
    Part arbiter = only(parts(test, "Arbiter"));
    Part signal = only(parts(test, "Signal"));
    Stream.of(arbiter, signal).filter(Objects::nonNull).forEach(all::add);
    if (actors.isEmpty()) {
      throw new IllegalArgumentException(name + " has no @Actor");
    }
    if (termination && signal == null) {
      throw new IllegalArgumentException(name + " has no @Signal, which Mode.Termination asks for");
    }
    String result = annotated(test, all, "Result");
    if (!termination && result == null) {
      throw new IllegalArgumentException(
          name + " has no @Result that an actor or arbiter is given; is jcstress on --classpath?");
    }
    return new StressTest(
        name,
        termination,
        annotated(test, all, "State"),
        result,
        actors,
        arbiter,
        signal,
        expectations(test, annotations));
  }

  private @Nullable ClassNode find(String internalName) {
    return known.computeIfAbsent(internalName, this::parse);
  }

  private @Nullable ClassNode parse(String internalName) {
    try (InputStream file = classPath.getResourceAsStream(internalName + ".class")) {
      if (file == null) {
        return null;
      }
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, PARSED);
      return node;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + internalName + ".class", e);
    }
  }

  /** The class and its superclasses, as far as they can be found. */
  private List<ClassNode> line(ClassNode from) {
    List<ClassNode> line = new ArrayList<>();
    for (ClassNode c = from; c != null && !c.name.equals("java/lang/Object"); ) {
      line.add(c);
      c = c.superName == null ? null : find(c.superName);
    }
    return line;
  }

  /** The annotations of a class, and those of annotations of one's own that it has. */
  private List<AnnotationNode> annotations(ClassNode node) {
    List<AnnotationNode> all = new ArrayList<>();
    collect(node, all, new HashSet<>());
    return all;
  }

  private void collect(ClassNode node, List<AnnotationNode> all, Set<String> been) {
    for (AnnotationNode one : of(node.visibleAnnotations, node.invisibleAnnotations)) {
      all.add(one);
      String type = Type.getType(one.desc).getInternalName();
      if (!one.desc.startsWith(ANNOTATIONS) && !type.startsWith("java/") && been.add(type)) {
        ClassNode meta = find(type);
        if (meta != null) {
          collect(meta, all, been);
        }
      }
    }
  }

  private static List<AnnotationNode> of(
      @Nullable List<AnnotationNode> visible, @Nullable List<AnnotationNode> invisible) {
    return Stream.of(visible, invisible).filter(Objects::nonNull).flatMap(List::stream).toList();
  }

  private static @Nullable AnnotationNode first(List<AnnotationNode> all, String name) {
    return all.stream().filter(one -> is(one, name)).findFirst().orElse(null);
  }

  private static boolean is(AnnotationNode one, String name) {
    return one.desc.equals(ANNOTATIONS + name + ";");
  }

  private static @Nullable Object value(AnnotationNode annotation, String name) {
    List<Object> values = annotation.values == null ? List.of() : annotation.values;
    for (int i = 0; i < values.size(); i += 2) {
      if (values.get(i).equals(name)) {
        return values.get(i + 1);
      }
    }
    return null;
  }

  /** A constant of an enum by its name, or a text. */
  private static String text(@Nullable Object value) {
    return value instanceof String[] constant ? constant[1] : value == null ? "" : value.toString();
  }

  /** The methods with an annotation, of the class and those above it; an overridden one once. */
  private List<Part> parts(ClassNode test, String annotation) {
    List<Part> parts = new ArrayList<>();
    for (ClassNode c : line(test)) {
      for (MethodNode method : c.methods) {
        boolean known = parts.stream().anyMatch(part -> part.method().equals(method.name));
        boolean has =
            of(method.visibleAnnotations, method.invisibleAnnotations).stream()
                .anyMatch(one -> is(one, annotation));
        if (has && !known) {
          List<String> parameters =
              Arrays.stream(Type.getArgumentTypes(method.desc)).map(Type::getClassName).toList();
          parts.add(new Part(c.name.replace('/', '.'), method.name, parameters));
        }
      }
    }
    parts.sort(Comparator.comparing(Part::method));
    return parts;
  }

  private static @Nullable Part only(List<Part> parts) {
    return parts.isEmpty() ? null : parts.get(0);
  }

  /** The class that has an annotation: the test itself, or a parameter of one of its methods. */
  private @Nullable String annotated(ClassNode test, List<Part> parts, String annotation) {
    for (Part part : parts) {
      for (String parameter : part.parameters()) {
        ClassNode type = find(parameter.replace('.', '/'));
        if (type != null && has(type, annotation)) {
          return parameter;
        }
      }
    }
    return has(test, annotation) ? test.name.replace('/', '.') : null;
  }

  private boolean has(ClassNode type, String annotation) {
    return line(type).stream().anyMatch(c -> first(annotations(c), annotation) != null);
  }

  /** Those of the class, or of the class that its metadata stands at; else those it inherits. */
  private List<Expectation> expectations(ClassNode test, List<AnnotationNode> own) {
    List<Expectation> all = new ArrayList<>(outcomes(own));
    AnnotationNode meta = first(own, "JCStressMeta");
    ClassNode elsewhere =
        meta == null || !(value(meta, "value") instanceof Type type)
            ? null
            : find(type.getInternalName());
    if (elsewhere != null) {
      all.addAll(outcomes(annotations(elsewhere)));
    }
    for (ClassNode c : line(test)) {
      if (all.isEmpty()) {
        all.addAll(outcomes(annotations(c)));
      }
    }
    return all;
  }

  private static List<Expectation> outcomes(List<AnnotationNode> annotations) {
    List<Expectation> all = new ArrayList<>();
    for (AnnotationNode one : annotations) {
      if (is(one, "Outcome")) {
        all.add(expectation(one));
      } else if (is(one, "Outcome$Outcomes") && value(one, "value") instanceof List<?> many) {
        many.forEach(each -> all.add(expectation((AnnotationNode) each)));
      }
    }
    return all;
  }

  private static Expectation expectation(AnnotationNode outcome) {
    List<String> ids =
        value(outcome, "id") instanceof List<?> many
            ? many.stream().map(Object::toString).filter(id -> !id.isEmpty()).toList()
            : List.of();
    Expect expect = Expect.valueOf(text(value(outcome, "expect")));
    return new Expectation(ids, expect, text(value(outcome, "desc")));
  }
}
