package org.sabring.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sabring.spec.report.Machine;

class TextTest {
  @Test
  void figuresKeepTheirOrderAndGroupTheirThousands() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("states", 1_234_567L);
    figures.put("seconds", 1.23456);
    figures.put("ratio", Double.NaN);
    assertThat(Figures.text(figures)).isEqualTo("states 1,234,567; seconds 1.235; ratio NaN");
  }

  @Test
  void timesAreAsPeopleSayThem() {
    assertThat(Figures.duration(0.04)).isEqualTo("0 s");
    assertThat(Figures.duration(9.21)).isEqualTo("9.2 s");
    assertThat(Figures.duration(9.96)).isEqualTo("10 s");
    assertThat(Figures.duration(59.6)).isEqualTo("1 min 0 s");
    assertThat(Figures.duration(239.695)).isEqualTo("4 min 0 s");
  }

  @Test
  void printableTextStaysTheSameObject() {
    String text = "tab\tline\nümläut 𝄞";
    assertThat(Printable.clean(text)).isSameAs(text);
  }

  @Test
  void whatIsNoTextIsReplaced() {
    assertThat(Printable.clean("a\u0000b\u001b[1mc\ud800d\udc00e\uffff\u009b\r"))
        .isEqualTo("a\ufffdb\ufffd[1mc\ufffdd\ufffde\ufffd\ufffd\ufffd");
  }

  @Test
  void theMachineIsThisOne() {
    assertThat(Machine.here().text())
        .contains(System.getProperty("os.arch"), "Java " + System.getProperty("java.version"));
  }
}
