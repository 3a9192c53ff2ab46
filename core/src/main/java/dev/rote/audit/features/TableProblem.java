package dev.rote.audit.features;

import dev.rote.data.tables.TableFault;
import dev.rote.yaml.Problem;

/** What is wrong with a table, told to somebody at a command line: settings are options, and rows count from 0 as in {@code issues.csv}. */
public final class TableProblem {

    private TableProblem() {}

    /**
     * The fault as a problem of the user's.
     *
     * @param redacted whether to leave out what the file itself says
     */
    public static Problem of(TableFault fault, boolean redacted) {
        String said = redacted || fault.quoted().isEmpty() ? "" : ": " + fault.quoted();
        Problem problem = Problem.wrongUse(fault.rule() + said, fault.remedy(name -> "--" + name))
                .in(fault.file(), fault.line());
        return fault.row() < 0 ? problem : problem.field("row " + fault.row());
    }
}
