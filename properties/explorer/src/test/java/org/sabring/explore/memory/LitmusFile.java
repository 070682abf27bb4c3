package org.sabring.explore.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reader of {@code litmus.txt}: blocks of {@code key: value} lines, one block a program, with
 * blank lines between them. What does not fit is an error that names file and line.
 */
final class LitmusFile {

  static final String NAME = "litmus.txt";

  /** A verdict on the outcome that a program asks for. */
  enum Verdict {
    ALLOWED,
    FORBIDDEN,
    RACE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a program asks of a register or of the last store to a location. */
  record Ask(String of, long value) {}

  /** A program with what is known of it. */
  record Program(
      Map<String, String> text,
      List<List<LitmusStatement>> sides,
      List<Ask> asks,
      Map<String, Verdict> verdicts) {

    String name() {
      return Objects.requireNonNull(text.get("name"));
    }

    Verdict verdict(String model) {
      return Objects.requireNonNull(verdicts.get(model));
    }

    @Nullable String deviation() {
      return text.get("deviation");
    }

    @Nullable String note() {
      return text.get("note");
    }

    /** The letters of its locations, in the order of their numbers. */
    List<String> locations() {
      Set<String> all = new TreeSet<>();
      sides.forEach(side -> side.forEach(s -> all.add(s.location())));
      asks.forEach(ask -> all.add(ask.of()));
      return all.stream().filter(name -> name.length() == 1).toList();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** The models that the file has verdicts of; the machines come first. */
  static final List<String> MODELS = List.of("SC", "TSO", "RA", "RC11", "JAM");

  static final List<String> SIDES = List.of("P", "C", "Q", "R");

  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9]+): (\\S.*)");
  private static final Pattern ASK = Pattern.compile("(r[1-9]|[abdfwxyz])=(-?\\d+)");
  private static final Set<String> TEXTS = Set.of("name", "source", "ask", "deviation", "note");

  private final Map<String, String> block = new LinkedHashMap<>();
  private final List<Program> programs = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private int line;

  private LitmusFile() {}

  /** The programs of the file that comes with the tests. */
  static List<Program> programs() {
    try (InputStream in = LitmusFile.class.getResourceAsStream(NAME)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Program> parse(String text) {
    LitmusFile file = new LitmusFile();
    text.lines().forEach(file::take);
    file.line++;
    file.end();
    return List.copyOf(file.programs);
  }

  private void take(String text) {
    line++;
    if (text.isBlank()) {
      end();
    } else if (!text.startsWith("#")) {
      Matcher m = LINE.matcher(text);
      check(m.matches(), "expected 'key: value', found '" + text + "'");
      String key = m.group(1);
      boolean known = TEXTS.contains(key) || SIDES.contains(key) || MODELS.contains(key);
      check(known, "unknown key '" + key + "'");
      check(!block.isEmpty() || key.equals("name"), "a program begins with 'name:'");
      if (SIDES.contains(key)) {
        check(parsed(m.group(2)).size() > 0, "expected a statement");
      } else if (MODELS.contains(key)) {
        verdict(key, m.group(2));
      } else if (key.equals("ask")) {
        asks(m.group(2));
      }
      check(block.put(key, m.group(2)) == null, "'" + key + "' twice");
      check(!key.equals("name") || names.add(m.group(2)), "two programs of this name");
    }
  }

  private void end() {
    if (block.isEmpty()) {
      return;
    }
    for (String key : List.of("name", "source", "P", "ask", "SC", "TSO", "RA", "RC11", "JAM")) {
      check(block.containsKey(key), "'" + block.get("name") + "' has no '" + key + "'");
    }
    List<List<LitmusStatement>> sides = new ArrayList<>();
    SIDES.stream().filter(block::containsKey).forEach(s -> sides.add(parsed(text(s))));
    Map<String, Verdict> verdicts = new TreeMap<>();
    MODELS.forEach(model -> verdicts.put(model, verdict(model, text(model))));
    List<Ask> asks = asks(text("ask"));
    checkRegisters(sides, asks);
    programs.add(new Program(new LinkedHashMap<>(block), sides, asks, verdicts));
    block.clear();
  }

  private String text(String key) {
    return Objects.requireNonNull(block.get(key), key);
  }

  private void checkRegisters(List<List<LitmusStatement>> sides, List<Ask> asks) {
    Set<String> loaded = new TreeSet<>();
    for (LitmusStatement s : sides.stream().flatMap(List::stream).toList()) {
      check(s.register().isEmpty() || loaded.add(s.register()), s.register() + " twice");
    }
    for (Ask ask : asks) {
      boolean known = ask.of().length() == 1 || loaded.contains(ask.of());
      check(known, ask.of() + " is asked for, and never loaded into");
    }
  }

  private List<LitmusStatement> parsed(String side) {
    try {
      return LitmusStatement.side(side);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(NAME + ":" + line + ": " + e.getMessage(), e);
    }
  }

  private List<Ask> asks(String text) {
    List<Ask> asks = new ArrayList<>();
    for (String part : text.split(" ", -1)) {
      Matcher m = ASK.matcher(part);
      check(m.matches(), "expected 'r1=0' or 'x=2', found '" + part + "'");
      asks.add(new Ask(m.group(1), Long.parseLong(m.group(2))));
    }
    return asks;
  }

  private Verdict verdict(String model, String text) {
    for (Verdict verdict : Verdict.values()) {
      boolean races = model.startsWith("R");
      if (verdict.toString().equals(text) && (verdict != Verdict.RACE || races)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        NAME + ":" + line + ": " + model + " says '" + text + "', expected a verdict");
  }

  private void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(NAME + ":" + line + ": " + message);
    }
  }
}
