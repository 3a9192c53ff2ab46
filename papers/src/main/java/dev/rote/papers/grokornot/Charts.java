package dev.rote.papers.grokornot;

import dev.rote.claims.Report;
import dev.rote.runs.Results;
import java.util.List;

final class Charts {
    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return List.of();
    }
}
