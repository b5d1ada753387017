using System.Net;
using System.Net.Sockets;

namespace JuryBot.Sandbox.Processes;

/// <summary>Free ports on localhost.</summary>
internal static class Ports
{
    /// <param name="preferred">The port to take if nobody listens on it; 0 for any.</param>
    public static int Choose(int preferred = 0) => preferred != 0 && IsFree(preferred) ? preferred : Any();

    private static bool IsFree(int port) => Free(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || Free(IPAddress.IPv6Loopback, port));

    private static bool Free(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.AddressNotAvailable; // no such address here, so nobody is on it
        }
    }

    private static int Any()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            if (IsFree(port))
            {
                return port;
            }
        }
    }
}
