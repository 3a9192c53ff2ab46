package dev.rote.scores;

class WrongLabelTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new WrongLabel();
    }

    @Override
    public ExampleScore again() {
        return new WrongLabel();
    }
}
