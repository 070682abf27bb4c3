package org.sabring.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is malformed is an error that says where, what was found, and what was expected. */
class MalformedTraceTest {
  private static final String LOAD = "{'thread':'C','access':'load','word':'write','value':3}";
  private static final String PUT = "{'thread':'P','op':'put','value':7,'call':1,'return':5}";
  private static final String NUMBERS = "an integer in -2147483648..2147483647";
  private static final String WORDS = "an integer in -2147483648..4294967295";

  private static String messageOf(ThrowingCallable code) {
    MalformedTrace error = catchThrowableOfType(MalformedTrace.class, code);
    return Objects.requireNonNull(error.getMessage());
  }

  private static String message(InputStream in) {
    return messageOf(() -> Traces.drain(in));
  }

  private static String message(String text) {
    return message(Traces.bytes(text.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'version':1}                                            | t:1: found no "format", expected "sabring-trace"
          {'format':'x','version':1}                               | t:1:11: found "x", expected "sabring-trace"
          {'format':'sabring-trace','version':2,'kind':'steps'}    | t:1:37: found 2, expected 1
          {'format':'sabring-trace','version':'1','kind':'steps'}  | t:1:37: found "1", expected 1
          {'format':'sabring-trace','version':1,'kind':'dance'}    | t:1:46: found "dance", expected one of "history", "steps"
          {'format':'sabring-trace','version':1,'kind':'steps'}    | t:1: found no "capacity", expected an integer in 2..1073741818
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':0}               | t:1:65: found 0, expected an integer in 2..1073741818
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':1}               | t:1:65: found 1, expected an integer in 2..1073741818
          {'format':'sabring-trace','version':1,'kind':'history','bound':0}                | t:1:64: found 0, expected an integer in 1..2147483647
          {'format':'sabring-trace','version':1,'kind':'history','bound':2,'capacity':3}   | t:1: found "capacity" and "bound", expected one of the two
          {'format':'sabring-trace','version':1,'kind':'steps','bound':2}                  | t:1: found no "capacity", expected an integer in 2..1073741818
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':4,'profile':'p'} | t:1:77: found "p", expected one of "seed", "reference", "any", "bare"
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':4,'complete':1}  | t:1:78: found 1, expected true or false
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':4,'source':[]}   | t:1:76: found an array, expected a string
          {'format':'sabring-trace','version':1,'kind':'history','bound':2,'overwrites':'all'} | t:1:79: found "all", expected "oldest"
          {'format':'sabring-trace','version':1,'kind':'steps','capacity':4,'overwrites':'oldest'} | t:1:80: found "oldest", expected no "overwrites": only a history has one
          {'format':'sabring-trace','version':1,'kind':'history'}  | t:1: found neither "capacity" nor "bound", expected one of the two
          hello                                                    | t:1:1: found "hello", expected a JSON object
          [1]                                                      | t:1:1: found "[1]", expected a JSON object
          """)
  void headers(String line, String message) {
    assertThat(message(line + "\n")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'thread':'C','access':'load','word':'colour','value':3}                | t:2:38: found "colour", expected one of "write", "read", "produced", "consumed", "producer-waits", "consumer-waits", "data", "other"
          {'thread':'C','access':'peek','word':'write','value':3}                 | t:2:24: found "peek", expected one of "load", "store", "add", "wait", "notify", "fence"
          {'thread':'Q','access':'load','word':'write','value':3}                 | t:2:11: found "Q", expected one of "P", "C", "main": one producer, one consumer, and who sets up
          {'thread':7,'access':'load','word':'write','value':3}                   | t:2:11: found 7, expected one of "P", "C", "main": one producer, one consumer, and who sets up
          {'access':'load','word':'write','value':3}                              | t:2: found no "thread", expected one of "P", "C", "main": one producer, one consumer, and who sets up
          {'thread':'C','word':'write','value':3}                                 | t:2: found no "access", expected one of "load", "store", "add", "wait", "notify", "fence"
          {'thread':'C','access':'load','word':'write'}                           | t:2: found no "value", expected WORDS
          {'thread':'C','access':'load','word':'write','value':4294967296}        | t:2:54: found 4294967296, expected WORDS
          {'thread':'C','access':'load','word':'write','value':-2147483649}       | t:2:54: found -2147483649, expected WORDS
          {'thread':'C','access':'load','word':'write','value':99999999999999999999} | t:2:54: found 99999999999999999999, expected WORDS
          {'thread':'C','access':'load','word':'write','value':1.5}               | t:2:54: found 1.5, expected WORDS
          {'thread':'C','access':'load','word':'write','value':null}              | t:2:54: found null, expected WORDS
          {'thread':'C','access':'load','word':'write','value':{'a':[]}}          | t:2:54: found an object, expected WORDS
          {'thread':'C','access':'load','word':'write','index':0,'value':3}       | t:2:54: found 0, expected no "index": only "data" has one
          {'thread':'C','access':'load','word':'data','value':3}                  | t:2: found no "index", expected an integer in 0..3
          {'thread':'C','access':'load','word':'data','index':4,'value':3}        | t:2:53: found 4, expected an integer in 0..3
          {'thread':'C','access':'load','word':'data','index':-1,'value':3}       | t:2:53: found -1, expected an integer in 0..3
          {'thread':'C','access':'wait','word':'write','value':3}                 | t:2: found no "expected", expected WORDS
          {'thread':'C','access':'wait','word':'write','expected':3,'result':'x'} | t:2:68: found "x", expected one of "ok", "not-equal", "timed-out"
          {'thread':'P','access':'notify','word':'write','woken':-1}              | t:2:56: found -1, expected an integer in 0..2147483647
          {'thread':'C','access':'load','word':'write','value':3,'value':3}       | t:2:56: found "value" twice, expected each key once
          {'thread':'C','access':'load','word':'write','value':3,'x':1,'x':2}     | t:2:62: found "x" twice, expected each key once
          {'thread':'C'} {'thread':'C'}                                           | t:2:16: found more after the object, expected one object a line
          """)
  void steps(String line, String message) {
    assertThat(message(Traces.STEPS + "\n" + line + "\n"))
        .isEqualTo(message.replace("WORDS", WORDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'thread':'X','op':'put','value':7,'call':6,'return':9}             | t:3:11: found "X", expected "P" or "C", or where a side has several threads "P1", "C2" and so on
          {'thread':'C','op':'put','value':7,'call':6,'return':9}             | t:3:20: found "put", expected one of "take", "poll", "cancel", "peek", "skip", "count", "size"
          {'thread':'P','op':'take','value':7,'call':6,'return':9}            | t:3:20: found "take", expected one of "put", "offer", "close", "count", "size"
          {'thread':'P','op':'put','value':8,'call':4,'return':9}             | t:3:43: found 4, expected at least 5, the return of line 2: a thread makes one call at a time
          {'thread':'C','op':'take','value':7,'call':9,'return':8}            | t:3:55: found 8, expected at least 9, its call
          {'thread':'C','op':'take','value':7,'return':8}                     | t:3: found no "call", expected a number
          {'thread':'P','op':'put','call':6,'return':9}                       | t:3: found no "value", expected a number, a string, true, false or null
          {'thread':'P','op':'offer','value':1,'call':6,'return':9}           | t:3: found no "result", expected true or false
          {'thread':'P','op':'offer','value':1,'result':1,'call':6,'return':9}| t:3:47: found 1, expected true or false
          {'thread':'C','op':'poll','call':6,'return':9}                      | t:3: found none of "value", "values", "empty" and "end", expected exactly one: what the call answered
          {'thread':'C','op':'poll','empty':true,'end':true,'call':6,'return':9} | t:3: found more than one of "value", "values", "empty" and "end", expected exactly one: what the call answered
          {'thread':'P','op':'put','value':[1],'call':6,'return':9}           | t:3:34: found an array, expected a number, a string, true, false or null
          {'thread':'P','op':'put','value':{},'call':6,'return':9}            | t:3:34: found an object, expected a number, a string, true, false or null
          {'thread':'P','op':'put','values':7,'call':6,'return':9}            | t:3:35: found 7, expected an array of numbers, strings, true, false or null
          {'thread':'P','op':'put','values':[[1]],'call':6,'return':9}        | t:3:35: found an array, expected an array of numbers, strings, true, false or null
          {'thread':'P','op':'put','values':[1,{}],'call':6,'return':9}       | t:3:35: found an array, expected an array of numbers, strings, true, false or null
          {'thread':'P','op':'put','value':1,'values':[1],'call':6,'return':9} | t:3: found "value" and "values", expected one of the two
          {'thread':'P','op':'offer','values':[1],'stored':2,'call':6,'return':9} | t:3:50: found 2, expected an integer in 0..1
          {'thread':'P','op':'offer','values':[1],'stored':1.5,'call':6,'return':9} | t:3:50: found 1.5, expected an integer in 0..1
          {'thread':'P','op':'offer','values':[1],'stored':1,'result':true,'call':6,'return':9} | t:3: found "stored" and "result", expected one of the two
          {'thread':'P','op':'offer','values':[1],'stored':1,'call':6}        | t:3: found an answer but no "return", expected both or neither
          {'thread':'C','op':'poll','value':1,'values':[1],'call':6,'return':9} | t:3: found more than one of "value", "values", "empty" and "end", expected exactly one: what the call answered
          {'thread':'C','op':'poll','values':[1,2],'max':1,'call':6,'return':9} | t:3:48: found 1, expected at least 2, as many as it got
          {'thread':'C','op':'poll','values':[1],'max':-1,'call':6,'return':9} | t:3:46: found -1, expected an integer in 0..2147483647
          {'thread':'C','op':'peek','values':[1],'call':6,'return':9}         | t:3:36: found an array, expected no "values": a peek sees one element
          {'thread':'C','op':'skip','call':6,'return':9}                      | t:3: found no "taken", expected an integer in 0..2147483647
          {'thread':'C','op':'skip','n':2,'taken':3,'call':6,'return':9}      | t:3:41: found 3, expected an integer in 0..2
          {'thread':'C','op':'count','value':'2','call':6,'return':9}         | t:3:36: found "2", expected an integer in 0..2147483647
          {'thread':'C','op':'size','call':6,'return':9}                      | t:3: found no "value", expected an integer in 0..2147483647
          {'thread':'P','op':'skip','taken':1,'call':6,'return':9}            | t:3:20: found "skip", expected one of "put", "offer", "close", "count", "size"
          {'thread':'P','op':'put','value':1,'call':'6','return':9}           | t:3:43: found "6", expected a number
          {'thread':'P','op':'put','value':1,'call':6.5,'return':6.4999}      | t:3:56: found 6.4999, expected at least 6.5, its call
          {'thread':'P1','op':'put','value':1,'call':6,'return':9}            | t:3:11: found "P1", expected "P": an earlier line has "P", and the only thread of a side has no number
          {'thread':'Px','op':'put','value':1,'call':6,'return':9}            | t:3:11: found "Px", expected "P" or "C", or where a side has several threads "P1", "C2" and so on
          {'thread':'C','op':'poll','empty':true,'call':6}                    | t:3: found an answer but no "return", expected both or neither
          {'thread':'P','op':'offer','value':1,'result':true,'call':6}        | t:3: found an answer but no "return", expected both or neither
          """)
  void operations(String line, String message) {
    assertThat(message(Traces.HISTORY + "\n" + PUT + "\n" + line + "\n"))
        .isEqualTo(message.replace("NUMBERS", NUMBERS));
  }

  @Test
  void nothingComesAfterACallThatNeverCameBack() {
    String pending = PUT.replace(",'return':5", "");
    assertThat(message(Traces.HISTORY + "\n" + pending + "\n" + PUT))
        .isEqualTo(
            "t:3: found a call by P after line 2, which never came back,"
                + " expected nothing more from that thread");
  }

  static Stream<Arguments> bytes() {
    byte[] overlong = {'{', '"', 'x', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}', '\n'};
    byte[] stray = {'{', '"', (byte) 0x80, '"', ':', '1', '}', '\n'};
    return Stream.of(
        Arguments.of(new byte[0], "t: found an empty file, expected a first line with"),
        Arguments.of("\n".getBytes(StandardCharsets.UTF_8), "t:1: found a blank line, expected a"),
        Arguments.of(" \r\n".getBytes(StandardCharsets.UTF_8), "t:1: found a blank line, "),
        Arguments.of(overlong, "t:1:7: found bytes that are not UTF-8, expected UTF-8"),
        Arguments.of(stray, "t:1:3: found bytes that are not UTF-8, expected UTF-8"),
        Arguments.of("{\0}\n".getBytes(StandardCharsets.UTF_8), "t:1:2: found a zero byte"),
        Arguments.of("{}".getBytes(StandardCharsets.UTF_16BE), "t:1:1: found a zero byte"),
        Arguments.of("\uFEFF{}\n".getBytes(StandardCharsets.UTF_8), "t:1:1: found \"\uFEFF{}\""),
        Arguments.of(
            "{a}\n".getBytes(StandardCharsets.UTF_8), "t:1:2: found what is no JSON (Unex"),
        Arguments.of("{\"a\":\n".getBytes(StandardCharsets.UTF_8), "t:1:6: found what is no JSON"));
  }

  @ParameterizedTest
  @MethodSource("bytes")
  void whatIsNoText(byte[] file, String start) {
    assertThat(message(new ByteArrayInputStream(file))).startsWith(start);
  }

  @Test
  void aBlankLineIsNotSkipped() {
    assertThat(message(Traces.STEPS + "\n" + LOAD + "\n\n" + LOAD + "\n"))
        .isEqualTo("t:3: found a blank line, expected a JSON object");
  }

  @Test
  void aLastLineCutAnywhereIsTruncated() {
    String line = "{'thread':'C','access':'load','é\\n':[true,-1.5e3],'word':'write','value':3}";
    byte[] file = (Traces.STEPS + "\n" + line).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    for (int length = Traces.STEPS.length() + 2; length < file.length; length++) {
      assertThat(message(new ByteArrayInputStream(Arrays.copyOf(file, length))))
          .matches("t:2:\\d+: found a truncated last line, expected a complete JSON object");
    }
  }

  @Test
  void aGigabyteOfOneLineIsRefusedEarly() {
    Endless endless = new Endless();
    assertThat(message(endless))
        .isEqualTo("t:1: found a line of more than 65536 bytes, expected a shorter one");
    assertThat(endless.given).isLessThan(1 << 20);
  }

  /** A gigabyte of one line, which counts what was read of it. */
  private static final class Endless extends InputStream {
    private int given;

    @Override
    public int read() {
      return given++ < 1 << 30 ? '{' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Arrays.fill(target, offset, offset + length, (byte) '{');
      given += length;
      return given < 1 << 30 ? length : -1;
    }
  }

  @Test
  void filesThatCannotBeOpened(@TempDir Path folder) throws IOException {
    assertThat(messageOf(() -> TraceReader.open(folder)))
        .isEqualTo(folder + ": found a directory, expected a trace file");
    Path missing = folder.resolve("missing.jsonl");
    assertThat(messageOf(() -> TraceReader.open(missing)))
        .isEqualTo(missing + ": found no such file, expected a trace file");
  }

  @Test
  void aFileThatMayNotBeRead(@TempDir Path folder) throws IOException {
    Path locked = Files.writeString(folder.resolve("locked.jsonl"), Traces.STEPS);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(locked), "root may read anything");
    assertThat(messageOf(() -> TraceReader.open(locked)))
        .isEqualTo(locked + ": found a file that may not be read, expected a trace file");
  }
}
