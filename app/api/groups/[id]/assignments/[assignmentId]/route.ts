import { deleteAssignment } from '@/lib/commands/delete-assignment';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  assignmentId: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    const { id, assignmentId } = call.params;
    await deleteAssignment(call, { groupId: id, assignmentId });
    return new Response(null, { status: 204 });
  }),
});
