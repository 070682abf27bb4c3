package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Steps through counterexamples on a page with the keyboard alone, as a reader does. */
public final class Steps {

  /** Opens all that is folded up, and waits until the browser has said so. */
  private static final String OPEN =
      "document.querySelectorAll('details').forEach((one) => one.open = true);"
          + " new Promise((done) => setTimeout(done, 200))";

  /** Keeps what the page shows after each key. */
  private static final String KEEP =
      """
      window.seen = [];
      document.addEventListener('keyup', (event) => {
        const stage = event.target.closest('.stage');
        if (stage && event.key === 'ArrowRight') {
          seen.push([stage.dataset.at, stage.querySelector('tr[aria-current] td').textContent,
            stage.querySelector('.now').textContent !== ''].join(' '));
        }
      });
      """;

  /** How many steps the text of a counterexample has, without its heading and its notes. */
  private static final String LINES =
      """
      [...document.querySelectorAll('details.story pre')].map((text) =>
        text.textContent.trim().split('\\n').slice(2)
          .filter((line) => !/^ *\\| *\\| *\\| \\^ /.test(line)).length)
      """;

  private Steps() {}

  /** Opens all that is folded up. */
  public static void open(Chromium browser) {
    browser.evaluate(OPEN);
  }

  /**
   * Steps through every counterexample to its end, and holds each step against the text.
   *
   * @return how many there are
   */
  public static int throughAll(Chromium browser) {
    open(browser);
    browser.evaluate(KEEP);
    JsonNode lines = browser.evaluate(LINES);
    for (int i = 0; i < lines.size(); i++) {
      String stage =
          "document.querySelectorAll('details.story')[" + i + "].querySelector('.stage')";
      int last = lines.path(i).asInt() - 1;
      browser.evaluate("seen.length = 0; " + stage + ".focus()");
      browser.press("Home");
      browser.press("ArrowRight", last + 1); // one more than there are
      JsonNode seen = browser.evaluate("seen");
      assertThat(seen).as("story %d", i).hasSize(last + 1);
      for (int step = 1; step <= last + 1; step++) {
        int at = Math.min(step, last);
        assertThat(seen.path(step - 1).asText())
            .as("story %d, step %d", i, step)
            .isEqualTo("%d %d true".formatted(at, at));
      }
      browser.press("ArrowLeft");
      assertThat(browser.evaluate(stage + ".dataset.at").asInt())
          .as("story %d, one step back", i)
          .isEqualTo(Math.max(0, last - 1));
    }
    assertThat(browser.complaints()).isEmpty();
    return lines.size();
  }
}
