namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => new(TupleAsync(item1, item2));

    private static async ValueTask<OutputData<(T1, T2)>> TupleAsync<T1, T2>(
        Output<T1> item1, Output<T2> item2)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        return traits.Of((value1, value2));
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => new(TupleAsync(item1, item2, item3));

    private static async ValueTask<OutputData<(T1, T2, T3)>> TupleAsync<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        return traits.Of((value1, value2, value3));
    }

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => new(TupleAsync(item1, item2, item3, item4));

    private static async ValueTask<OutputData<(T1, T2, T3, T4)>> TupleAsync<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        var value4 = traits.Add(await item4.GetDataAsync());
        return traits.Of((value1, value2, value3, value4));
    }

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput());

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5)
        => new(TupleAsync(item1, item2, item3, item4, item5));

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5)>> TupleAsync<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        var value4 = traits.Add(await item4.GetDataAsync());
        var value5 = traits.Add(await item5.GetDataAsync());
        return traits.Of((value1, value2, value3, value4, value5));
    }

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6)
        => new(TupleAsync(item1, item2, item3, item4, item5, item6));

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6)>> TupleAsync<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        var value4 = traits.Add(await item4.GetDataAsync());
        var value5 = traits.Add(await item5.GetDataAsync());
        var value6 = traits.Add(await item6.GetDataAsync());
        return traits.Of((value1, value2, value3, value4, value5, value6));
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => new(TupleAsync(item1, item2, item3, item4, item5, item6, item7));

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        var value4 = traits.Add(await item4.GetDataAsync());
        var value5 = traits.Add(await item5.GetDataAsync());
        var value6 = traits.Add(await item6.GetDataAsync());
        var value7 = traits.Add(await item7.GetDataAsync());
        return traits.Of((value1, value2, value3, value4, value5, value6, value7));
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => new(TupleAsync(item1, item2, item3, item4, item5, item6, item7, item8));

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        var traits = new OutputTraits();
        var value1 = traits.Add(await item1.GetDataAsync());
        var value2 = traits.Add(await item2.GetDataAsync());
        var value3 = traits.Add(await item3.GetDataAsync());
        var value4 = traits.Add(await item4.GetDataAsync());
        var value5 = traits.Add(await item5.GetDataAsync());
        var value6 = traits.Add(await item6.GetDataAsync());
        var value7 = traits.Add(await item7.GetDataAsync());
        var value8 = traits.Add(await item8.GetDataAsync());
        return traits.Of((value1, value2, value3, value4, value5, value6, value7, value8));
    }
}
