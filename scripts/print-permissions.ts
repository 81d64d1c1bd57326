// Prints docs/permissions.md from the one statement of rights.
// usage: npm run docs:permissions          writes the file
import { writeFileSync } from 'node:fs';
import { permissionsPage } from '@/domain/access/permissions-page';

writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage());
console.log('docs/permissions.md đã được ghi từ domain/access/offices.ts');
