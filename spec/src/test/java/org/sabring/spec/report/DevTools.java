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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client of the DevTools protocol, over the web socket of a running Chromium. */
final class DevTools implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SECONDS = 60;

  private final Process process;
  private final Consumer<JsonNode> events;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private String session = "";
  private int calls;

  /**
   * @param events is given what comes between a call and its answer
   */
  DevTools(Process process, Consumer<JsonNode> events) throws IOException {
    this.process = process;
    this.events = events;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(process), new Inbox())
            .join();
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

  /** Calls a method of the browser, and not of the page that is open. */
  JsonNode detached(String method, ObjectNode arguments) {
    session = "";
    return call(method, arguments);
  }

  /** From now on the calls are those of a page. */
  void attach(String target) {
    ObjectNode arguments = Json.object().put("targetId", target).put("flatten", true);
    session = detached("Target.attachToTarget", arguments).path("sessionId").asText();
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
      events.accept(answer);
    }
  }

  /** Calls a method, and does not wait for its result. */
  void send(String method, ObjectNode arguments) {
    ObjectNode message = Json.object().put("id", ++calls).put("method", method);
    message.set("params", arguments);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
  }

  /** The next message, waited for. */
  JsonNode next() {
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

  @Override
  public void close() {
    try {
      detached("Browser.close", Json.object());
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
