package org.sabring.spec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page in a headless Chromium, driven over its DevTools protocol: keys that are pressed like a
 * reader's, and everything that the page asks the network for or complains of is kept.
 */
public final class Chromium implements AutoCloseable {

  private final DevTools tools;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private boolean loaded;

  private Chromium(Process process) throws IOException {
    tools = new DevTools(process, this::keep);
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
      Chromium chromium = new Chromium(process);
      chromium.load(page);
      return chromium;
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  /** Opens another file instead, and forgets what the one before asked for and complained of. */
  public void load(Path page) {
    loaded = false;
    requests.clear();
    complaints.clear();
    String target =
        tools
            .detached("Target.createTarget", arguments().put("url", "about:blank"))
            .path("targetId")
            .asText();
    tools.attach(target);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", arguments());
    }
    call("Page.navigate", arguments().put("url", page.toUri().toString()));
    while (!loaded) {
      keep(tools.next());
    }
  }

  static ObjectNode arguments() {
    return Json.object();
  }

  /** Calls a method of the protocol, and returns its result. */
  JsonNode call(String method, ObjectNode arguments) {
    return tools.call(method, arguments);
  }

  private void keep(JsonNode event) {
    JsonNode parameters = event.path("params");
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" -> requests.add(parameters.at("/request/url").asText());
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
    return result.at("/result/value");
  }

  /** Presses a key, as a reader does. */
  public void press(String key) {
    press(key, 1);
  }

  /** Presses a key that often, one after the other; returns when the page has had the last. */
  public void press(String key, int times) {
    ObjectNode event = event(key);
    for (int i = 1; i < times; i++) {
      tools.send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown"));
      tools.send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
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
    tools.close();
  }
}
