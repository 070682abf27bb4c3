package org.sabring.spec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page in a headless Chromium, driven over its DevTools protocol: keys that are pressed like a
 * reader's, and everything that the page asks the network for or complains of is kept.
 */
public final class Chromium implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private String session = "";
  private int calls;
  private boolean loaded;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Inbox()).join();
  }

  /** The program, if there is one on the path. */
  public static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file, and waits until it has been loaded. */
  public static Chromium open(Path program, Path profile, Path page) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Chromium chromium = new Chromium(process, address(process));
      chromium.load(page);
      return chromium;
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String before = "DevTools listening on ";
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(before)) {
        Thread drain = new Thread(() -> errors.lines().forEach(ignored -> {}), "chromium-errors");
        drain.setDaemon(true);
        drain.start();
        return URI.create(line.substring(before.length()));
      }
    }
    throw new IOException("Chromium ended before it listened");
  }

  /** Opens another file instead, and forgets what the one before asked for and complained of. */
  public void load(Path page) {
    loaded = false;
    requests.clear();
    complaints.clear();
    session = "";
    String target =
        call("Target.createTarget", arguments().put("url", "about:blank"))
            .path("targetId")
            .asText();
    session =
        call("Target.attachToTarget", arguments().put("targetId", target).put("flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", arguments());
    }
    call("Page.navigate", arguments().put("url", page.toUri().toString()));
    while (!loaded) {
      keep(next());
    }
  }

  static ObjectNode arguments() {
    return Json.object();
  }

  /** Calls a method of the protocol, and returns its result. */
  JsonNode call(String method, ObjectNode arguments) {
    send(method, arguments);
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == calls) {
        if (answer.has("error")) {
          throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
      keep(answer);
    }
  }

  /** Calls a method, and does not wait for its result. */
  private void send(String method, ObjectNode arguments) {
    ObjectNode message = Json.object().put("id", ++calls).put("method", method);
    message.set("params", arguments);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
  }

  private JsonNode next() {
    try {
      JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException("no answer from Chromium in " + SECONDS + " s");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void keep(JsonNode event) {
    JsonNode parameters = event.path("params");
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asText());
      case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(parameters.toString());
      case "Runtime.consoleAPICalled" -> complaints.add(parameters.path("args").toString());
      case "Page.loadEventFired" -> loaded = true;
      default -> {}
    }
  }

  /** The value of an expression in the page; a promise is waited for. */
  public JsonNode evaluate(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            arguments()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Presses a key, as a reader does. */
  public void press(String key) {
    press(key, 1);
  }

  /** Presses a key that often, one after the other; returns when the page has had the last. */
  public void press(String key, int times) {
    ObjectNode event = event(key);
    for (int i = 1; i < times; i++) {
      send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown"));
      send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
    }
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown"));
    call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
  }

  private static ObjectNode event(String key) {
    int code =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "End" -> 35;
          case "Home" -> 36;
          case "ArrowLeft" -> 37;
          case "ArrowRight" -> 39;
          default -> key.charAt(0);
        };
    ObjectNode event =
        arguments().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
    if (key.equals("Enter")) {
      event.put("text", "\r");
    } else if (key.length() == 1) {
      event.put("text", key);
    }
    return event;
  }

  /** Whether the reader prefers light or dark pages. */
  void scheme(String lightOrDark) {
    ObjectNode media = arguments();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", lightOrDark);
    call("Emulation.setEmulatedMedia", media);
  }

  /** How wide the window is, in CSS pixels. */
  void width(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        arguments()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** What the window shows, as a PNG. */
  byte[] screenshot() {
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", arguments()).path("data").asText());
  }

  /** What the page has asked for, itself included. */
  public List<String> requests() {
    return requests;
  }

  /** Errors, warnings and messages. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    session = "";
    try {
      call("Browser.close", arguments());
    } finally {
      socket.abort();
    }
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private final class Inbox implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        try {
          answers.add(MAPPER.readTree(message.toString()));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
