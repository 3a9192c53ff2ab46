package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    private final Problem bare = Problem.wrongUse("must be greater than 0", "choose e.g. 0.01");

    @Test
    void tellsEverythingInOneLine() {
        Problem problem = bare.in("examples/a.yaml", 12).field("optimizer.lr").was("-1");
        assertThat(problem)
                .hasMessage("examples/a.yaml:12: optimizer.lr: was -1, must be greater than 0; choose e.g. 0.01");
        assertThat(problem.exitCode()).isEqualTo(2);
        assertThat(problem.file()).isEqualTo("examples/a.yaml");
        assertThat(problem.line()).isEqualTo(12);
        assertThat(problem.field()).isEqualTo("optimizer.lr");
        assertThat(problem.seen()).isEqualTo("-1");
        assertThat(problem.rule()).isEqualTo("must be greater than 0");
        assertThat(problem.remedy()).isEqualTo("choose e.g. 0.01");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(bare).hasMessage("must be greater than 0; choose e.g. 0.01");
        assertThat(Problem.couldNotRun("the disk is full", "")).hasMessage("the disk is full");
        assertThat(bare.in("a.yaml")).hasMessage("a.yaml: must be greater than 0; choose e.g. 0.01");
        assertThat(bare.in(null, 3)).hasMessage("line 3: must be greater than 0; choose e.g. 0.01");
        assertThat(bare.field("")).hasMessage("must be greater than 0; choose e.g. 0.01");
    }

    @Test
    void tellsWhatCouldNotRunFromWrongUse() {
        Exception cause = new IllegalStateException("inside");
        Problem problem = Problem.couldNotRun("a", "b").because(cause).in("c");
        assertThat(problem.exitCode()).isEqualTo(3);
        assertThat(problem).hasCause(cause);
    }

    @Test
    void showsHostileTextHarmlessly() {
        assertThat(bare.was("a\n\u001b[31mred\u202e\u2028é").field("x\r").in("f\u0000"))
                .hasMessage(
                        "f\\u0000: x\\u000d: was a\\u000a\\u001b[31mred\\u202e\\u2028é, must be greater than 0; choose e.g. 0.01");
        assertThat(bare.was("9".repeat(61)).getMessage()).startsWith("was " + "9".repeat(60) + "..., must");
    }
}
