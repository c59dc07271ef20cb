using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Findings;

/// <summary>Every kind of finding there is.</summary>
public static class FindingKinds
{
    public static readonly FindingKind TableDropped = Old("table-dropped", "A table or view that was there is gone, or takes no writes any more.");
    public static readonly FindingKind TableRenamed = Old("table-renamed", "A table or view has another name, and nothing has the old one.");
    public static readonly FindingKind ColumnDropped = Old("column-dropped", "A column is gone, or was dropped and made anew, without its values.");
    public static readonly FindingKind ColumnRenamed = Old("column-renamed", "A column has another name.");
    public static readonly FindingKind TypeNarrowed = Old("type-narrowed", "A column no longer takes every value that it took.");
    public static readonly FindingKind TypeChanged = Old("type-changed", "A column has a type that its readers and writers do not expect.");
    public static readonly FindingKind ColumnRequired = Old("column-required", "A new column must be given by every INSERT.");
    public static readonly FindingKind ColumnNowRequired = Old("column-now-required", "A column that took NULL no longer does.");
    public static readonly FindingKind ColumnNowGenerated = Old("column-now-generated", "A column that was written is computed, and refuses values.");
    public static readonly FindingKind DefaultDropped = Old("default-dropped", "A required column has lost its default.");
    public static readonly FindingKind EnumValueRemoved = Old("enum-value-removed", "An enum, or a value of one, is gone.");
    public static readonly FindingKind EnumValueRenamed = Old("enum-value-renamed", "A value of an enum has another name.");
    public static readonly FindingKind RoutineDropped = Old("routine-dropped", "A function or procedure is gone, or returns something else.");
    public static readonly FindingKind SequenceDropped = Old("sequence-dropped", "A sequence is gone.");
    public static readonly FindingKind RowSecurityEnabled = Old("row-security-enabled", "Row security is on, and no policy lets a row through.");

    public static readonly FindingKind OldVersionRefused = Old("old-version-refused", "A statement that the old version could send is refused, for another reason than those above.");

    public static readonly FindingKind TableRewritten = While("table-rewritten", "A table was written anew under a lock that stops reads.");
    public static readonly FindingKind ConstraintChecked = While("constraint-checked-under-lock", "Every row was checked under a lock that stops writes.");
    public static readonly FindingKind NotNullChecked = While("not-null-checked-under-lock", "Every row was checked for NULL under a lock that stops reads.");
    public static readonly FindingKind IndexBlocksWrites = While("index-blocks-writes", "An index was built under a lock that stops writes.");
    public static readonly FindingKind ScannedUnderLock = While("scanned-under-lock", "A table was read as a whole under a lock that stops writes.");
    public static readonly FindingKind BackfillUnderLock = While("backfill-under-lock", "Rows were changed in the transaction that held a lock on a table.");
    public static readonly FindingKind TableEmptied = While("table-emptied", "A table that had rows has none any more.");

    public static readonly FindingKind SqlFailed = Itself("sql-failed", "PostgreSQL refused a statement.");
    public static readonly FindingKind ContractRefused = Itself("contract-refused", "A contract is not proved for every version in the rollback window.");

    public static readonly FindingKind ColumnNowNullable = Notice("column-now-nullable", Breakage.OldVersion, "A column may hold NULL now, which the old version may read.");
    public static readonly FindingKind DefaultChanged = Notice("default-changed", Breakage.OldVersion, "An INSERT that leaves a column out gets another value.");
    public static readonly FindingKind ConstraintAdded = Notice("constraint-added", Breakage.OldVersion, "A new constraint binds the old version's writes too.");
    public static readonly FindingKind ConstraintDropped = Notice("constraint-dropped", Breakage.OldVersion, "A constraint is gone that ON CONFLICT or other tables' keys may need.");
    public static readonly FindingKind IndexDropped = Notice("index-dropped", Breakage.OldVersion, "An index is gone that the old version's queries may need.");
    public static readonly FindingKind EnumValueAdded = Notice("enum-value-added", Breakage.OldVersion, "An enum has a value that the old version does not know.");
    public static readonly FindingKind TriggerAdded = Notice("trigger-added", Breakage.OldVersion, "A new trigger runs on the old version's writes too.");
    public static readonly FindingKind RowSecurityChanged = Notice("row-security-changed", Breakage.OldVersion, "Policies decide which rows the old version sees.");
    public static readonly FindingKind BackfillInOneGo = Notice("backfill-in-one-go", Breakage.EveryVersion, "Most rows of a table were changed in one transaction.");
    public static readonly FindingKind LocksQueue = Notice("locks-queue", Breakage.EveryVersion, "One transaction locks several tables one after the other, and waits without end.");
    public static readonly FindingKind ContractIdle = Notice("contract-idle", Breakage.Migration, "A contract names what the file does not take away.");
    public static readonly FindingKind TableNotFilled = Notice("table-not-filled", Breakage.Migration, "A table could not be filled with rows, so statements saw it empty.");

    public static ImmutableArray<FindingKind> All { get; } =
    [
        TableDropped, TableRenamed, ColumnDropped, ColumnRenamed, TypeNarrowed, TypeChanged, ColumnRequired, ColumnNowRequired,
        ColumnNowGenerated, DefaultDropped, EnumValueRemoved, EnumValueRenamed, RoutineDropped, SequenceDropped, RowSecurityEnabled, OldVersionRefused,
        TableRewritten, ConstraintChecked, NotNullChecked, IndexBlocksWrites, ScannedUnderLock, BackfillUnderLock, TableEmptied,
        SqlFailed, ContractRefused,
        ColumnNowNullable, DefaultChanged, ConstraintAdded, ConstraintDropped, IndexDropped, EnumValueAdded, TriggerAdded,
        RowSecurityChanged, BackfillInOneGo, LocksQueue, ContractIdle, TableNotFilled,
    ];

    private static FindingKind Old(string code, string meaning) => new(code, Severity.Unsafe, Breakage.OldVersion, meaning);

    private static FindingKind While(string code, string meaning) => new(code, Severity.Unsafe, Breakage.EveryVersion, meaning);

    private static FindingKind Itself(string code, string meaning) => new(code, Severity.Unsafe, Breakage.Migration, meaning);

    private static FindingKind Notice(string code, Breakage breaks, string meaning) => new(code, Severity.Notice, breaks, meaning);
}
