package dev.rote.scores;

class ExampleLossTest implements ScoreContract {

    @Override
    public ExampleScore score() {
        return new ExampleLoss();
    }

    @Override
    public ExampleScore again() {
        return new ExampleLoss("train");
    }
}
