package dev.rote.scores;

class ExampleMarginTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new ExampleMargin("test");
    }

    @Override
    public ExampleScore again() {
        return new ExampleMargin("test");
    }
}
